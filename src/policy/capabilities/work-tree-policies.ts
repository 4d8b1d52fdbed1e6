import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { projectPoliciesFolder } from "./project-policies.ts";
import type { PolicySource } from "./read-policies.ts";

/** A project's own policies as they stand in the work tree, to be checked before they are committed. */
export async function readWorkTreePolicies(root: string): Promise<readonly PolicySource[]> {
  const folder = join(root, projectPoliciesFolder);
  const names = await readdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const files = names.filter((name) => /\.cedar$/i.test(name)).sort();
  return Promise.all(
    files.map(async (name) => ({
      path: `${projectPoliciesFolder}/${name}`,
      text: await readFile(join(folder, name), "utf8"),
    })),
  );
}
