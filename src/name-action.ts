import { readManifest } from "./read-manifest.ts";

/**
 * What workflows write after `uses:`, in full: a relative path would mean the caller's checkout. Without a path it is the
 * campaign action; a path names another one, or a reusable workflow.
 */
export function nameAction(place = ""): string {
  const { repository = "", version } = readManifest();
  const name = repository.replace(/^github:/, "");
  return `${name}${place === "" ? "" : `/${place}`}@v${version}`;
}
