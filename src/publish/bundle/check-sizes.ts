import { bundleLimits } from "../../domain/bundle.ts";
import { type BundleRefusal, quote, refuseBundle } from "./bundle-refusal.ts";
import { type ClassifyName, classifyName } from "./file-name.ts";

/** Of all changesets of a bundle together; a campaign's own are a few for each promotion. */
export const MAX_CHANGED_FILES = 5 * bundleLimits.files;

/** Patches are there twice, of promotions and of suggestions, once under a name for people; and `manifest.json`, and two folders. */
const maxEntries = bundleLimits.parts + 2 * bundleLimits.promotions + 3;

/** Whether files are too many or too large to be read at all, by what is said of them before; null: they are not. Pure. */
export function checkSizes(
  files: readonly { readonly name: string; readonly sizeBytes: number }[],
  classify: ClassifyName = classifyName,
): BundleRefusal | null {
  if (files.length > maxEntries)
    return refuseBundle("entry-count", `It holds ${files.length} entries, more than ${maxEntries}.`);
  for (const { name, sizeBytes } of files) {
    const maxBytes = sizeLimitOf(classify(name));
    if (sizeBytes > maxBytes)
      return refuseBundle("size", `${quote(name)} has ${sizeBytes} bytes, more than ${maxBytes}.`);
  }
  const totalBytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  return totalBytes > bundleLimits.totalBytes
    ? refuseBundle("size", `It unpacks to ${totalBytes} bytes, more than ${bundleLimits.totalBytes}.`)
    : null;
}

function sizeLimitOf(kind: ReturnType<ClassifyName>): number {
  if (kind === "manifest") return bundleLimits.manifestBytes;
  return kind === "part" ? bundleLimits.partBytes : 0;
}
