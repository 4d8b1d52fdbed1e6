import { isAbsolute } from "node:path";

const usual = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/**
 * The folders of PATH that candidates may find programs in: absolute, once each. What package managers put in front for
 * their own scripts goes, or candidates would run Nightshift's tools in place of the repository's.
 */
export function cleanPath(path: string | undefined): readonly string[] {
  const folders = (path ?? usual)
    .split(":")
    .filter((folder) => isAbsolute(folder) && !isOfPackageManager(folder));
  return [...new Set(folders.map((folder) => (folder.length > 1 ? folder.replace(/\/+$/, "") : folder)))];
}

function isOfPackageManager(folder: string): boolean {
  return /\/node_modules\/\.bin\/?$/.test(folder) || /\/node-gyp-bin\/?$/.test(folder);
}
