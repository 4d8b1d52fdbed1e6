import { bundleLimits } from "../../domain/bundle.ts";
import type { EventOf } from "../../domain/events.ts";
import type { BundleContent } from "../../publish/bundle/encode-bundle.ts";
import { renderChangeset } from "../../publish/bundle/render-canonical.ts";
import { buildChangeset } from "./build-changeset.ts";
import type { BuildTreesDeps } from "./build-promotion.ts";

/** Master as a bundle tells it, with the size of its changeset. */
export type BuiltMaster =
  | { readonly status: "built"; readonly master: BundleContent["master"]; readonly sizeBytes: number }
  | { readonly status: "refused"; readonly reason: string };

/** Master as a campaign began with it: what earlier promotions make of the base's tree. Without `prepared` it is the base. */
export async function buildMaster(
  { baseTree, prepared }: { readonly baseTree: string; readonly prepared: EventOf<"master-prepared"> | null },
  deps: BuildTreesDeps,
): Promise<BuiltMaster> {
  const { previous, tree, carried } = prepared ?? { previous: null, tree: baseTree, carried: [] };
  if (tree === baseTree)
    return { status: "built", master: { previous, tree, changeset: null, carried }, sizeBytes: 0 };
  const result = await buildChangeset({ from: baseTree, to: tree }, deps);
  if (result.status === "refused") return result;
  const { changeset } = result;
  const text = renderChangeset(changeset);
  const sizeBytes = Buffer.byteLength(text);
  if (sizeBytes > bundleLimits.partBytes)
    return { status: "refused", reason: `it has ${sizeBytes} bytes, more than ${bundleLimits.partBytes}` };
  if (deps.redact(text) !== text) return { status: "refused", reason: "it holds a known secret" };
  return { status: "built", master: { previous, tree, changeset, carried }, sizeBytes };
}
