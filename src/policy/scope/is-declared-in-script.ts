import { isBuiltin } from "node:module";
import type { DependencyContext } from "./dependency-context.ts";
import { foldersAbove } from "./folders-above.ts";

/** More manifests than these are not read to find the packages of a workspace. */
const maxManifests = 300;
/** Tests get these from their runner, which a project may have installed elsewhere. */
const runners = new Set([
  "vitest",
  "@jest/globals",
  "jest",
  "mocha",
  "chai",
  "tape",
  "ava",
  "uvu",
  "jasmine",
]);

/**
 * Whether a JavaScript module's import is the platform's own, the project's own, or declared by a manifest of the base
 * above the file. An address (`https:`, `npm:`) is none of these.
 */
export async function isDeclaredInScript(specifier: string, context: DependencyContext): Promise<boolean> {
  if (/^\.{1,2}(\/|$)/.test(specifier) || specifier.startsWith("#")) return true;
  if (isBuiltin(specifier) || /^(bun|virtual|astro|cloudflare|sass):/.test(specifier)) return true;
  if (/^[a-z][a-z+.-]*:|^\//i.test(specifier)) return false;
  const name = /^(@[^/]+\/[^/]+|[^/]+)/.exec(specifier)?.[0] ?? specifier;
  // No package can have such a name: it is an alias of the project.
  if (!/^(@[a-z0-9-_.]+\/)?[a-z0-9-_.]+$/i.test(name)) return true;
  if (context.isTest && runners.has(name)) return true;
  const folders = foldersAbove(context.path);
  for (const folder of folders) {
    const declared = listPackages(await context.readBase(`${folder}package.json`));
    if (declared.has(name) || declared.has(typesOf(name))) return true;
    if (await isAlias(name, folder, context)) return true;
  }
  return await isInWorkspace(name, context);
}

function typesOf(name: string): string {
  return `@types/${name.replace(/^@([^/]+)\//, "$1__")}`;
}

function listPackages(text: string | null): ReadonlySet<string> {
  if (text === null) return new Set();
  try {
    const manifest = JSON.parse(text) as Record<string, unknown>;
    const lists = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"];
    const names = lists.flatMap((list) => Object.keys((manifest[list] ?? {}) as object));
    return new Set(typeof manifest.name === "string" ? [...names, manifest.name] : names);
  } catch {
    // A manifest that cannot be read declares nothing.
    return new Set();
  }
}

/** A folder or file that `baseUrl` reaches, or a key of `paths`. */
async function isAlias(
  name: string,
  folder: string,
  { entries, readBase }: DependencyContext,
): Promise<boolean> {
  const first = name.split("/")[0] ?? name;
  for (const root of [folder, `${folder}src/`]) {
    const start = `${root}${first}`;
    for (const path of entries.keys()) {
      if (
        path.startsWith(`${start}/`) ||
        /^\.[cm]?[jt]sx?$/.test(path.startsWith(start) ? path.slice(start.length) : "")
      )
        return true;
    }
  }
  for (const file of ["tsconfig.json", "jsconfig.json", "tsconfig.base.json"]) {
    const text = await readBase(`${folder}${file}`);
    if (text !== null && (text.includes(`"${name}"`) || text.includes(`"${first}/*"`))) return true;
  }
  return false;
}

async function isInWorkspace(name: string, { entries, readBase }: DependencyContext): Promise<boolean> {
  const manifests = [...entries.keys()]
    .filter((path) => /(^|\/)package\.json$/.test(path))
    .slice(0, maxManifests);
  for (const path of manifests) {
    if (!path.includes("node_modules/") && (await readBase(path))?.includes(`"${name}"`) === true) {
      const text = await readBase(path);
      if (readName(text) === name) return true;
    }
  }
  return false;
}

function readName(text: string | null): string | null {
  try {
    const { name } = JSON.parse(text ?? "{}") as { name?: unknown };
    return typeof name === "string" ? name : null;
  } catch {
    return null;
  }
}
