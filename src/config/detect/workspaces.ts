import picomatch from "picomatch";
import { parse } from "yaml";
import { z } from "zod";
import type { PackageJson } from "./package-json.ts";
import type { ProjectReader } from "./project.ts";

const pnpmWorkspace = z.object({ packages: z.array(z.string()).default([]) });

/**
 * The package folders of an npm, yarn or pnpm workspace, sorted, without the root. Globs are those of the package
 * managers: `packages/*`, `**`, and `!` to leave one out.
 */
export async function findWorkspaces(project: ProjectReader, root: PackageJson): Promise<readonly string[]> {
  const globs = [...(root.workspaces ?? []), ...(await readPnpmGlobs(project))];
  const wanted = globs.filter((glob) => !glob.startsWith("!")).map(normalise);
  const unwanted = globs.filter((glob) => glob.startsWith("!")).map((glob) => normalise(glob.slice(1)));
  if (wanted.length === 0) return [];
  const isWanted = picomatch(wanted, { ignore: [...unwanted, "**/node_modules/**"] });
  return project.files
    .filter((file) => file.endsWith("/package.json"))
    .map((file) => file.slice(0, -"/package.json".length))
    .filter((folder) => isWanted(folder))
    .toSorted();
}

async function readPnpmGlobs(project: ProjectReader): Promise<readonly string[]> {
  const text = await project.read("pnpm-workspace.yaml");
  if (text === null) return [];
  try {
    return pnpmWorkspace.parse(parse(text)).packages;
  } catch {
    return [];
  }
}

function normalise(glob: string): string {
  return glob.replace(/^\.\//, "").replace(/\/$/, "");
}
