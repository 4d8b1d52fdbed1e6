import { folderPath } from "./folder-path.ts";
import type { IsInstalled, Requirement } from "./project.ts";

/** Where a package's program is: the path to run it by in a folder, and the requirement that it be there. */
export type ResolvedBin = { readonly command: string; readonly requirement: Requirement };

/** Looks for a program in the `node_modules` of a folder and of the folders above it, as package managers hoist. */
export async function resolveBin(
  name: string,
  folder: string,
  { isInstalled }: { readonly isInstalled: IsInstalled },
): Promise<ResolvedBin> {
  const depth = folder === "." ? 0 : folder.split("/").length;
  for (let up = 0; up <= depth; up += 1) {
    const above = folder
      .split("/")
      .slice(0, depth - up)
      .join("/");
    const path = folderPath(above === "" ? "." : above, `node_modules/.bin/${name}`);
    const requirement: Requirement = { kind: "path", path };
    if (await isInstalled(requirement)) {
      return { command: `${"../".repeat(up)}node_modules/.bin/${name}`, requirement };
    }
  }
  const path = folderPath(folder, `node_modules/.bin/${name}`);
  return { command: `node_modules/.bin/${name}`, requirement: { kind: "path", path } };
}
