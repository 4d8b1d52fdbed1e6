/** The folders above a file, the innermost first, each with a `/` at its end; the root is "". Pure. */
export function foldersAbove(path: string): readonly string[] {
  const folders: string[] = [];
  for (let at = path.lastIndexOf("/"); at !== -1; at = path.lastIndexOf("/", at - 1)) {
    folders.push(path.slice(0, at + 1));
    if (at === 0) break;
  }
  return [...folders, ""];
}
