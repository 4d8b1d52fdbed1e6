import { readManifest } from "./read-manifest.ts";

/** The version of Nightshift. */
export function readVersion(): string {
  return readManifest().version;
}
