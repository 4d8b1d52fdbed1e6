import { decodeStrictly } from "../../adapters/git-text.ts";
import type { Changeset } from "../../domain/bundle.ts";
import { type BundleRefusal, quote, refuseBundle } from "./bundle-refusal.ts";
import { decodeContent, type WrittenFile } from "./decode-content.ts";
import { findPathFault } from "./find-path-fault.ts";

/**
 * Why a changeset is not taken, by itself and without the tree that it is for: it changes nothing, its paths are not in
 * order or one of them twice, policy would not let a path through, or content is told in another way than the one that
 * the writer has (UTF-8 as it is, other bytes in base64). Null: nothing speaks against it.
 */
export async function findChangesetFault({ files }: Changeset): Promise<BundleRefusal | null> {
  if (files.length === 0) return refuseBundle("changeset", "A changeset changes nothing.");
  const unordered = files.find(({ path }, at) => at > 0 && (files[at - 1]?.path ?? "") >= path);
  if (unordered !== undefined)
    return refuseBundle("path-order", `${quote(unordered.path)} is there twice, or not in its place.`);
  const encoding = files.flatMap((file) => findEncodingFault(file) ?? []).at(0);
  return encoding ?? (await findPathFault(files));
}

function findEncodingFault(file: Changeset["files"][number]): BundleRefusal | null {
  if (file.change === "delete") return null;
  const fault = describeEncodingFault(file);
  return fault === null ? null : refuseBundle("encoding", `The content of ${quote(file.path)} ${fault}.`);
}

function describeEncodingFault({ encoding, content }: WrittenFile): string | null {
  // Half a character would become another one on its way to bytes.
  if (encoding === "utf8") return content.isWellFormed() ? null : "is not valid Unicode";
  const bytes = decodeContent({ encoding, content });
  if (bytes.toString("base64") !== content) return "is no canonical base64";
  return decodeStrictly(bytes) === null ? null : "is text and told as if it were none";
}
