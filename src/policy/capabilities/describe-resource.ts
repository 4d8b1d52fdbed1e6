import type { EntityJson } from "@cedar-policy/cedar-wasm/nodejs";
import type { CapabilityRequest } from "./capabilities.ts";
import { classifyRef } from "./classify-ref.ts";

/** A resource as the schema has it: a path with the folders that it lies in, a ref with its tier, a host. Pure. */
export function describeResource(
  resource: CapabilityRequest["resource"],
  refs: { readonly prefix: string; readonly sacred: string },
): EntityJson & { readonly uid: { readonly type: string; readonly id: string } } {
  switch (resource.kind) {
    case "path": {
      const name = resource.path;
      const parts = name.split("/");
      const folders = parts.slice(0, -1).map((_, at) => parts.slice(0, at + 1).join("/"));
      const folded = name.normalize("NFC").toLowerCase();
      const parents = folders.map((id) => ({ type: "Path", id }));
      return { uid: { type: "Path", id: name }, attrs: { name, folded }, parents };
    }
    case "ref": {
      const name = resource.ref;
      return { uid: { type: "Ref", id: name }, attrs: { name, tier: classifyRef(name, refs) }, parents: [] };
    }
    case "host": {
      const name = resource.host;
      return { uid: { type: "Host", id: name }, attrs: { name }, parents: [] };
    }
    default:
      return resource satisfies never;
  }
}
