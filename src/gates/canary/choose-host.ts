import { posix } from "node:path";
import type { GateResult, GateSpec, Runner } from "../../domain/gate.ts";
import { listTestFiles } from "./list-test-files.ts";

/** A test file of the base that the canary goes beside or into, with its text. */
export type CanaryHost = { readonly path: string; readonly text: string };

/** Runners that load all test files into one process: where the canary has to stand in their order. */
const inOneProcess: Partial<Record<Runner, "first" | "last">> = {
  mocha: "first",
  pytest: "last",
  unittest: "last",
};
const MAX_READ = 40;

/**
 * Which of the base's test files a canary is closest to: one whose text has a changed file's name, else the first one
 * of the report. In a runner of one process it is the first or the last one. Null where no file of the report can be read.
 */
export async function chooseHost(input: {
  readonly spec: GateSpec;
  readonly base: GateResult;
  readonly changedPaths: readonly string[];
  readonly trackedFiles: readonly string[];
  read(path: string): Promise<string | null>;
}): Promise<CanaryHost | null> {
  const { spec, changedPaths, read } = input;
  const files = await listTestFiles(input);
  if (spec.runner === "go") return await chooseGoHost(files, input);
  const stems = changedPaths.map((path) => posix.basename(path).replace(/\..*$/, "")).filter(Boolean);
  const place = spec.runner === undefined ? undefined : inOneProcess[spec.runner];
  let first: CanaryHost | null = null;
  for (const reported of (place === "last" ? files.toReversed() : files).slice(0, MAX_READ)) {
    const path = spec.runner === "cargo" ? findMember(reported, input) : reported;
    const text = path === null ? null : await read(path);
    if (path === null || text === null) continue;
    first ??= { path, text };
    if (place !== undefined) return first;
    if (
      spec.runner === "cargo" ? isOfMember(path, changedPaths) : stems.some((stem) => text.includes(stem))
    ) {
      return { path, text };
    }
  }
  return first;
}

type Input = Parameters<typeof chooseHost>[0];

/** A Go check's file is its package's import path: a test file in its folder, a changed package's first. */
async function chooseGoHost(packages: readonly string[], input: Input): Promise<CanaryHost | null> {
  const modules = await readModules(input);
  const folders = packages.flatMap((name) => modules.flatMap((module) => findFolder(name, module)));
  const changed = new Set(input.changedPaths.map((path) => posix.dirname(path)));
  const ordered = folders.toSorted((one, other) => Number(changed.has(other)) - Number(changed.has(one)));
  for (const folder of ordered) {
    const path = input.trackedFiles.find(
      (file) => posix.dirname(file) === folder && file.endsWith("_test.go"),
    );
    const text = path === undefined ? null : await input.read(path);
    if (path !== undefined && text !== null) return { path, text };
  }
  return null;
}

type GoModule = { readonly name: string; readonly folder: string };

async function readModules({ trackedFiles, read }: Input): Promise<readonly GoModule[]> {
  const modules: GoModule[] = [];
  for (const path of trackedFiles) {
    if (posix.basename(path) !== "go.mod") continue;
    const name = /^module\s+"?([^\s"]+)/m.exec((await read(path)) ?? "")?.[1];
    if (name !== undefined) modules.push({ name, folder: posix.dirname(path) });
  }
  return modules;
}

function findFolder(packagePath: string, { name, folder }: GoModule): string[] {
  if (packagePath === name) return [folder];
  return packagePath.startsWith(`${name}/`) ? [posix.join(folder, packagePath.slice(name.length + 1))] : [];
}

/** In a workspace, paths of cargo's report count from the member's folder. */
function findMember(reported: string, { trackedFiles, changedPaths }: Input): string | null {
  const matching = trackedFiles.filter((path) => path === reported || path.endsWith(`/${reported}`));
  return matching.find((path) => isOfMember(path, changedPaths)) ?? matching[0] ?? null;
}

/** Whether a file stands in the same crate as a changed one, by the folder that holds `src` or `tests`. */
function isOfMember(path: string, changedPaths: readonly string[]): boolean {
  const member = (file: string) => file.replace(/(?:^|\/)(?:src|tests|benches|examples)\/.*$/, "");
  return changedPaths.some((changed) => member(changed) === member(path));
}
