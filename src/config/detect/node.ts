import { filesIn, folderPath } from "./folder-path.ts";
import { findNodeChecks } from "./node-checks.ts";
import { findNodeTests } from "./node-tests.ts";
import { type PackageJson, readPackageJson } from "./package-json.ts";
import type { Detection, DetectionInput, Detector } from "./project.ts";
import { findProjectFolders } from "./project-folders.ts";
import { findWorkspaces } from "./workspaces.ts";

/** Node projects: node:test, vitest, jest, mocha, tape, ESLint, Biome and tsc, for the root and each workspace. */
export const detectNode: Detector = async (input) => {
  const tops = findProjectFolders(input.project.files, ["package.json"]);
  const isRooted = tops.includes(".");
  const root = isRooted ? await readPackageJson(input.project, ".") : null;
  const rootManifest = root === "invalid" ? null : root;
  const workspaces = rootManifest === null ? [] : await findWorkspaces(input.project, rootManifest);
  const folders = [...tops, ...workspaces];
  const detections = await Promise.all(
    folders.map((folder) => detectPackage({ ...input, folder, folders, rootManifest })),
  );
  return {
    found: detections.flatMap(({ found }) => found),
    notes: detections.flatMap(({ notes }) => notes),
  };
};

type PackageInput = DetectionInput & {
  readonly folder: string;
  readonly folders: readonly string[];
  readonly rootManifest: PackageJson | null;
};

async function detectPackage({ folder, folders, rootManifest, ...input }: PackageInput): Promise<Detection> {
  const manifest = await readPackageJson(input.project, folder);
  if (manifest === null) return { found: [], notes: [] };
  if (manifest === "invalid") {
    return { found: [], notes: [`${folderPath(folder, "package.json")}: not valid JSON, so left out`] };
  }
  const nested = folders.filter((other) => other !== folder && other !== ".");
  const own = input.project.files.filter(
    (file) => !nested.some((other) => isNested(other, folder) && file.startsWith(`${other}/`)),
  );
  const nodePackage = { ...input, folder, manifest, rootManifest, files: filesIn(folder, own) };
  const tests = await findNodeTests(nodePackage);
  return { found: [...tests.found, ...(await findNodeChecks(nodePackage))], notes: tests.notes };
}

function isNested(inner: string, outer: string): boolean {
  return outer === "." || inner.startsWith(`${outer}/`);
}
