import { parseBundle, type ReadBundle } from "./parse-bundle.ts";
import { readBundleFolder } from "./read-bundle-folder.ts";
import { readZip } from "./zip/read-zip.ts";

/** Where a bundle is: the zip that GitHub serves of an artifact, or a folder. */
export type BundleSource = { readonly zip: Buffer } | { readonly folder: string };

/**
 * Reads a bundle as hostile data. What comes back as `read` is whole and well formed: every file is the one that the
 * manifest lists, every path is one that policy lets through. Whether it is the bundle that was waited for is
 * `checkBundle`'s matter, and what it claims is verify's. Throws the system's error where a folder cannot be read.
 */
export async function readBundle(source: BundleSource): Promise<ReadBundle> {
  const read = "zip" in source ? await readZip(source.zip) : await readBundleFolder(source.folder);
  return read.status === "refused" ? read : await parseBundle(read.files);
}
