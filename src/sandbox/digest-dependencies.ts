import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { digest } from "../domain/digest.ts";

/** Files that say which versions are to be installed. */
const manifests = new Set([
  "package.json",
  "package-lock.json",
  "npm-shrinkwrap.json",
  "yarn.lock",
  "pnpm-lock.yaml",
  "pnpm-workspace.yaml",
  "bun.lock",
  "bun.lockb",
  "pyproject.toml",
  "poetry.lock",
  "uv.lock",
  "pdm.lock",
  "Pipfile",
  "Pipfile.lock",
  "setup.py",
  "setup.cfg",
  "Gemfile.lock",
  "composer.lock",
  "go.sum",
  "Cargo.lock",
  "pixi.lock",
]);

/** Whether a file says which dependencies are to be installed; `path` ends with its name. */
export function isManifest(path: string): boolean {
  const name = basename(path);
  return manifests.has(name) || /^requirements.*\.txt$/.test(name);
}

/** What package managers touch in a folder whenever they change it. */
const markers = [
  ".",
  ".package-lock.json",
  ".modules.yaml",
  ".yarn-state.yml",
  ".yarn-integrity",
  "pyvenv.cfg",
];

/**
 * Names the state of a dependency folder in a checkout, without reading it whole: lock files and manifests above it,
 * and what its package manager leaves in it. 64 hexadecimal digits.
 */
export async function digestDependencies(root: string, path: string): Promise<string> {
  const parts = [root, path];
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    for (const name of (await readNames(join(root, folder))).filter(isManifest)) {
      parts.push(join(folder, name), await digestFile(join(root, folder, name)));
    }
    if (folder === ".") break;
  }
  for (const place of [...markers, ...(await findSitePackages(join(root, path)))]) {
    const kind = await stat(join(root, path, place)).catch(() => null);
    if (kind !== null) parts.push(place, String(kind.mtimeMs), String(kind.size));
  }
  return digest(...parts);
}

async function findSitePackages(folder: string): Promise<readonly string[]> {
  return (await readNames(join(folder, "lib"))).map((python) => join("lib", python, "site-packages"));
}

async function digestFile(path: string): Promise<string> {
  const content = await readFile(path).catch(() => Buffer.alloc(0));
  return createHash("sha256").update(content).digest("hex");
}

async function readNames(folder: string): Promise<readonly string[]> {
  return (await readdir(folder).catch(() => [])).sort();
}
