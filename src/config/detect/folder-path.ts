/** A path in a folder, from the root: `("packages/a", "x.js")` is `packages/a/x.js`, and `(".", "x.js")` is `x.js`. */
export function folderPath(folder: string, name: string): string {
  return folder === "." ? name : `${folder}/${name}`;
}

/** The files beneath a folder, relative to it. */
export function filesIn(folder: string, files: readonly string[]): readonly string[] {
  if (folder === ".") return files;
  return files.filter((file) => file.startsWith(`${folder}/`)).map((file) => file.slice(folder.length + 1));
}
