import type { Git } from "../../ports.ts";
import type { ProjectReader } from "./project.ts";

/** The tracked files of a commit as detection reads them; symlinks and submodules are left out. */
export async function readProject(
  commit: string,
  { git }: { readonly git: Pick<Git, "listFiles" | "readFile"> },
): Promise<ProjectReader> {
  const entries = await git.listFiles(commit);
  const files = entries.filter(({ mode }) => mode.startsWith("100")).map(({ path }) => path);
  const known = new Set(files);
  return {
    files,
    read: async (path) => {
      if (!known.has(path)) return null;
      return (await git.readFile(commit, path))?.toString("utf8") ?? null;
    },
  };
}
