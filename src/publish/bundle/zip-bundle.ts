import { zipSync } from "fflate";
import type { BundleFiles } from "./bundle.ts";

/** A zip of a bundle, as an artifact is served. The same files give the same bytes, in every time zone. Pure. */
export function zipBundle(files: BundleFiles): Uint8Array {
  // A zip's dates are local ones and begin in 1980.
  return zipSync(Object.fromEntries(files), { level: 6, mtime: new Date(1980, 0, 1) });
}
