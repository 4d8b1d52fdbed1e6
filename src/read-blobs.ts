import type { GitHub } from "./github-port.ts";

/** Files of a commit by path, as markers write them: "<mode> <blob>". Throws `GITHUB_INVALID` where GitHub does not list all. */
export async function readBlobs(
  commit: string,
  { github }: { readonly github: Pick<GitHub, "getCommit" | "listTree"> },
): Promise<ReadonlyMap<string, string>> {
  const tree = (await github.getCommit(commit))?.tree;
  if (tree === undefined) return new Map();
  return new Map((await github.listTree(tree)).map(({ path, mode, sha }) => [path, `${mode} ${sha}`]));
}
