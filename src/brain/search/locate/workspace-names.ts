import { posix } from "node:path";
import { z } from "zod";
import type { Sandbox } from "../../../sandbox/sandbox.ts";

/** Manifests read; a repository with more packages than this resolves the first ones. */
const MAX_PACKAGES = 300;

/** A package of the repository, by the name that others import it under. */
export type WorkspacePackage = {
  readonly name: string;
  /** Relative to the repository's root. */
  readonly folder: string;
  /** Where its main module may be, relative to the folder, likeliest first. */
  readonly entries: readonly string[];
};

const manifestSchema = z.object({
  name: z.string(),
  source: z.string().optional().catch(undefined),
  main: z.string().optional().catch(undefined),
  module: z.string().optional().catch(undefined),
  exports: z.unknown(),
});

/** The packages whose manifests are tracked, longest name first, so that `@a/b-c` is not taken for `@a/b`. */
export async function findWorkspaceNames(
  trackedFiles: readonly string[],
  sandbox: Pick<Sandbox, "read">,
): Promise<readonly WorkspacePackage[]> {
  const manifests = trackedFiles
    .filter((path) => posix.basename(path) === "package.json")
    .slice(0, MAX_PACKAGES);
  const packages: WorkspacePackage[] = [];
  for (const path of manifests) {
    const manifest = readManifest((await sandbox.read(path))?.toString("utf8") ?? "");
    if (manifest === null) continue;
    const { name, source, main, module, exports } = manifest;
    const named = [source, ...findTargets(exports), module, main].filter((entry) => entry !== undefined);
    packages.push({
      name,
      folder: posix.dirname(path),
      entries: [...named, "src/index", "index", "src/main"],
    });
  }
  return packages.toSorted((a, b) => b.name.length - a.name.length);
}

/** A manifest that cannot be read only costs the resolver a name. */
function readManifest(text: string): z.infer<typeof manifestSchema> | null {
  try {
    return manifestSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** The files that the root export names, whatever the condition. */
function findTargets(exports: unknown): readonly string[] {
  if (typeof exports === "string") return [exports];
  if (typeof exports !== "object" || exports === null) return [];
  const root = "." in exports ? exports["."] : exports;
  if (typeof root === "string") return [root];
  return Object.values(root ?? {}).flatMap((value) => findTargets(value));
}
