import { cpSync, existsSync, mkdirSync, readFileSync, realpathSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import type { ProjectKind } from "./project.ts";

const installed = realpathSync(resolve(import.meta.dirname, "../../../node_modules"));

/** Gives a project the runner that this repository has installed, with all that it needs; no network is used. */
export function installRunner({ kind, into }: { readonly kind: ProjectKind; readonly into: string }): void {
  if (kind.language === "py" || kind.runner === "node-test") return;
  const modules = join(into, "node_modules");
  mkdirSync(join(modules, ".bin"), { recursive: true });
  for (const name of findClosure(kind.runner)) {
    cpSync(join(installed, name), join(modules, name), { recursive: true, verbatimSymlinks: true });
  }
  const { bin = {} } = readManifest(kind.runner);
  const program = typeof bin === "string" ? bin : (bin[kind.runner] ?? "");
  symlinkSync(join("..", kind.runner, program), join(modules, ".bin", kind.runner));
}

/** The folders at the top that hold a package and all that it depends on. */
function findClosure(root: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [root];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    if (seen.has(folder)) continue;
    seen.add(folder);
    const { dependencies = {}, optionalDependencies = {}, peerDependencies = {} } = readManifest(folder);
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) {
      const found = locate(name, folder);
      if (found !== null) open.push(found);
    }
  }
  return new Set([...seen].filter((folder) => !folder.includes("/node_modules/")));
}

/** Where a package finds another one, relative to `node_modules`, as Node looks for it. */
function locate(name: string, from: string): string | null {
  const nested = `${from}/node_modules/${name}`;
  if (existsSync(join(installed, nested))) return nested;
  const at = from.lastIndexOf("/node_modules/");
  if (at >= 0) return locate(name, from.slice(0, at));
  return existsSync(join(installed, name)) ? name : null;
}

type Manifest = {
  readonly bin?: string | Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
};

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(installed, folder, "package.json"), "utf8")) as Manifest;
}
