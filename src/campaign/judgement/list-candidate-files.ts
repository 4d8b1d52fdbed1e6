import type { FileEdit } from "../../domain/candidate.ts";
import type { Git } from "../../ports.ts";

/** Paths of a tree with edits. */
export async function listCandidateFiles(
  { tree, edits }: { readonly tree: string; readonly edits: readonly FileEdit[] },
  { git }: { readonly git: Pick<Git, "listFiles"> },
): Promise<readonly string[]> {
  const paths = new Set((await git.listFiles(tree)).map(({ path }) => path));
  for (const { path, content } of edits) {
    if (content === null) paths.delete(path);
    else paths.add(path);
  }
  return [...paths];
}
