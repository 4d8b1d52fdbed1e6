import { posix } from "node:path";
import { checkId } from "../../../domain/gate.ts";
import { compareBase } from "./compare-base.ts";
import { distinguishNames } from "./distinguish-names.ts";
import type { FuelAdder } from "./instrument/add-fuel.ts";
import { listTestFiles } from "./list-test-files.ts";
import type { NodeBase } from "./node-base.ts";
import type { NodeOutcome, NodeRequest } from "./node-messages.ts";
import type { NodeLink } from "./open-node-link.ts";
import { nameInFile, planParts } from "./plan-parts.ts";
import type { WarmCheck, WarmOpenInput } from "./warm-session.ts";

const BASE_MS = 120_000;
/** A candidate may take this many times as long as the whole base, and at least the minimum: counts should stop it first. */
const WALL_FACTOR = 30;
const MIN_WALL_MS = 5_000;
/** Texts of the base that are counted and kept by every process. */
const MAX_TEXTS = 8 * 1024 * 1024;
/** Passing tests of each of the item's files that are run alone, to see whether they need others before them; and of all. */
const MAX_ALONE = 40;
const MAX_ALONE_OF_ALL = 400;

type Task = WarmOpenInput["task"];
type Deps = { readonly link: NodeLink; readonly fuel: FuelAdder };

/** The base as a session runs it, or in which way it is not what the gate saw, in a clause. */
export type NodeBaseOutcome =
  | { readonly status: "measured"; readonly base: NodeBase }
  | { readonly status: "unsuited"; readonly reason: string };

/** Runs the base as it is, then with counters, and single tests alone; compares each with the gate's own run. */
export async function measureNodeBase(task: Task, deps: Deps): Promise<NodeBaseOutcome> {
  const files = listTestFiles(task);
  const request = { ...plainRequest, rest: files };
  const startedMs = performance.now();
  const first = await runWhole({ ...request, wantsModules: true }, task, deps);
  if (first.status === "unsuited") return first;
  const tookMs = performance.now() - startedMs;
  const modules = readModules(first.outcome.modules ?? {}, task);
  const texts = await countTexts([...modules.values()], task, deps);
  if (texts !== null) deps.link.prepare(texts);
  let second = await runWhole(request, task, deps);
  let used = second.status === "ran" && texts !== null ? second.outcome.used : null;
  if (second.status === "unsuited" && texts !== null) {
    // Some code looks at its own text.
    deps.link.prepare([]);
    used = null;
    second = await runWhole(request, task, deps);
  }
  if (second.status === "unsuited") return unsuited(`a second run of the base differs: ${second.reason}`);
  const statuses = new Map(first.checks.map((check) => [checkId(check), check.status]));
  const isGreen = task.item.targets.every((target) => statuses.get(target) === "passed");
  const divisible = await findDivisible(first.checks, task, deps);
  const targets = first.checks.filter((check) => task.item.targets.includes(checkId(check)));
  const base = {
    ...{ checks: first.checks, files, modules, targets: task.item.targets, used, isGreen, divisible },
    first: isGreen ? [] : planParts(targets, divisible),
    wallMs: Math.max(MIN_WALL_MS, tookMs * WALL_FACTOR),
  };
  return { status: "measured", base };
}

type WholeRun =
  | {
      readonly status: "ran";
      readonly checks: readonly WarmCheck[];
      readonly outcome: Extract<NodeOutcome, { status: "ran" }>;
    }
  | { readonly status: "unsuited"; readonly reason: string };

async function runWhole(request: NodeRequest, task: Task, { link }: Deps): Promise<WholeRun> {
  const outcome = await link.ask(request);
  if (outcome.status === "ended")
    return unsuited(`${outcome.reason} ${outcome.heard?.trim().split("\n").at(0) ?? ""}`.trim());
  if (outcome.status === "out-of-fuel") return unsuited("the base does not end");
  const checks = distinguishNames(outcome.checks);
  const difference = compareBase(checks, task);
  return difference === null ? { status: "ran", checks, outcome } : unsuited(difference);
}

function readModules(
  found: Readonly<Record<string, readonly string[]>>,
  { sandbox }: Task,
): ReadonlyMap<string, ReadonlySet<string>> {
  const relative = (path: string) => posix.relative(sandbox.mountPath, path);
  return new Map(Object.entries(found).map(([file, paths]) => [file, new Set(paths.map(relative))]));
}

/** The editable files that tests load, with counters. Null where they are too many. */
async function countTexts(
  loaded: readonly ReadonlySet<string>[],
  { editableFiles, sandbox }: Task,
  { fuel }: Deps,
): Promise<NodeRequest["edits"] | null> {
  const all = new Set(loaded.flatMap((paths) => [...paths]));
  const texts: { readonly path: string; readonly content: string }[] = [];
  let size = 0;
  for (const path of editableFiles.filter((file) => all.has(file))) {
    const text = (await sandbox.read(path))?.toString("utf8");
    if (text === undefined) continue;
    size += text.length;
    if (size > MAX_TEXTS) return null;
    texts.push({ path, content: await fuel.add(path, text) });
  }
  return texts;
}

/** The item's test files whose tests pass alone as well. */
async function findDivisible(
  checks: readonly WarmCheck[],
  { item }: Task,
  { link }: Deps,
): Promise<ReadonlySet<string>> {
  const divisible = new Set<string>();
  let left = MAX_ALONE_OF_ALL;
  for (const file of new Set(checks.filter((check) => item.targets.includes(checkId(check))).map(fileOf))) {
    const passing = checks.filter((check) => check.file === file && check.status === "passed");
    if (left < 0 || checks.some((check) => check.file === file && check.name === "(file)")) continue;
    const alone = passing.slice(0, Math.min(left, MAX_ALONE));
    left -= MAX_ALONE;
    const first = alone.map((check) => ({ file, only: [nameInFile(check)] }));
    const outcome = await link.ask({ ...plainRequest, first, rest: [] });
    const isAlone = outcome.status === "ran" && outcome.checks.every(({ status }) => status !== "failed");
    if (isAlone) divisible.add(file);
  }
  return divisible;
}

function fileOf({ file }: WarmCheck): string {
  return file;
}

const plainRequest = {
  ...{ kind: "run", edits: [], fuel: Number.MAX_SAFE_INTEGER, wallMs: BASE_MS, first: [], targets: [] },
} as const satisfies Partial<NodeRequest>;

function unsuited(reason: string): { readonly status: "unsuited"; readonly reason: string } {
  return { status: "unsuited", reason };
}
