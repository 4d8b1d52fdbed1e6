/** Folders whose projects are material of tests or of others, never this repository's own. */
const FOREIGN =
  /(?:^|\/)(?:node_modules|vendor|third_party|fixtures?|__fixtures__|testdata|examples?|templates?|\..+)(?:\/|$)/;
const DEEPEST = 2;

/**
 * Folders that hold one of the manifests: the root alone if it does, else the topmost folders that do, at most two
 * levels down. "." is the root; sorted.
 */
export function findProjectFolders(
  files: readonly string[],
  manifests: readonly string[],
): readonly string[] {
  const folders = files
    .filter((file) => manifests.includes(file.slice(file.lastIndexOf("/") + 1)))
    .map((file) => (file.includes("/") ? file.slice(0, file.lastIndexOf("/")) : "."));
  if (folders.includes(".")) return ["."];
  const own = folders.filter((folder) => !FOREIGN.test(folder) && folder.split("/").length <= DEEPEST);
  const isBelowAnother = (folder: string) => own.some((other) => folder.startsWith(`${other}/`));
  return [...new Set(own)].filter((folder) => !isBelowAnother(folder)).toSorted();
}
