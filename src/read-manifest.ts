import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** What `package.json` says of Nightshift itself. */
export type OwnManifest = { readonly version: string; readonly repository?: string };

/** The nearest package.json: the same from the sources and from what is built. */
export function readManifest(): OwnManifest {
  for (let dir = import.meta.dirname; dir !== path.dirname(dir); dir = path.dirname(dir)) {
    const file = path.join(dir, "package.json");
    if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as OwnManifest;
  }
  return { version: "0.0.0" };
}
