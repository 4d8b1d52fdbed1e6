import { z } from "zod";
import { folderPath } from "./folder-path.ts";
import type { ProjectReader } from "./project.ts";

const texts = z.record(z.string(), z.string()).catch({});
const schema = z.object({
  name: z.string().catch(""),
  main: z.string().optional().catch(undefined),
  scripts: texts.default({}),
  dependencies: texts.default({}),
  devDependencies: texts.default({}),
  workspaces: z
    .union([
      z.array(z.string()),
      z.object({ packages: z.array(z.string()) }).transform(({ packages }) => packages),
    ])
    .optional()
    .catch(undefined),
});

/** The part of a package.json that detection uses; what is malformed in it counts as absent. */
export type PackageJson = z.infer<typeof schema>;

/** The package.json of a folder: null when there is none, "invalid" when it is no JSON object. */
export async function readPackageJson(
  project: ProjectReader,
  folder: string,
): Promise<PackageJson | "invalid" | null> {
  const text = await project.read(folderPath(folder, "package.json"));
  if (text === null) return null;
  try {
    const parsed = schema.safeParse(JSON.parse(text.replace(/^\uFEFF/, "")));
    return parsed.success ? parsed.data : "invalid";
  } catch {
    return "invalid";
  }
}

/** Whether a package names another one as a dependency of any kind. */
export function hasDependency(manifest: PackageJson, name: string): boolean {
  return Object.hasOwn(manifest.dependencies, name) || Object.hasOwn(manifest.devDependencies, name);
}
