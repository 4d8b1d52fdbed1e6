import { posix } from "node:path";
import { checkId } from "../../../domain/gate.ts";
import { languageOf } from "../../../syntax/language.ts";
import { compareBase } from "./compare-base.ts";
import { distinguishNames } from "./distinguish-names.ts";
import type { FuelAdder } from "./instrument/add-fuel.ts";
import { listTestFiles } from "./list-test-files.ts";
import { BASE_FUEL, type NodeBase } from "./node-base.ts";
import type { NodeOutcome, NodeRequest } from "./node-messages.ts";
import type { NodeLink } from "./open-node-link.ts";
import { nameInFile, planParts } from "./plan-parts.ts";
import type { WarmCheck, WarmOpenInput } from "./warm-session.ts";

const BASE_MS = 120_000;
/** A candidate may take this many times as long as the whole base did when it was cold, and more: counts should stop it first. */
const WALL_FACTOR = 3;
const WALL_MORE_MS = 2_000;
const MIN_WALL_MS = 4_000;
/** Texts of the base that are counted and kept by every process, all of them, and one. */
const MAX_TEXTS = 2 * 1024 * 1024;
const MAX_TEXT = 200 * 1024;
/** Passing tests of each of the item's files that are run alone, to see whether they need others before them; and of all. */
const MAX_ALONE = 40;
const MAX_ALONE_OF_ALL = 400;

type Task = WarmOpenInput["task"];
type Deps = { readonly link: NodeLink; readonly fuel: FuelAdder; readonly width: number };

/** The base as a session runs it, or in which way it is not what the gate saw, in a clause. */
export type NodeBaseOutcome =
  | { readonly status: "measured"; readonly base: NodeBase }
  | { readonly status: "unsuited"; readonly reason: string };

/** Runs the base twice, with counters where that changes nothing, and single tests alone; compares it with the gate's run. */
export async function measureNodeBase(task: Task, deps: Deps): Promise<NodeBaseOutcome> {
  const files = listTestFiles(task);
  const request = { ...plainRequest, rest: files, fuelEach: BASE_FUEL, wantsModules: true };
  const startedMs = performance.now();
  const first = await runFirst(request, task, deps);
  if (first.status === "unsuited") return first;
  const tookMs = performance.now() - startedMs;
  const modules = readModules(first.outcome.modules ?? {}, task);
  const second = await runSideBySide(request, task, deps);
  if (second.status === "unsuited") return unsuited(`a second run of the base differs: ${second.reason}`);
  const statuses = new Map(first.checks.map((check) => [checkId(check), check.status]));
  const isGreen = task.item.targets.every((target) => statuses.get(target) === "passed");
  const divisible = await findDivisible(first.checks, task, deps);
  const targets = first.checks.filter((check) => task.item.targets.includes(checkId(check)));
  const used = first.isCounted ? second.outcome.used : null;
  const base = {
    ...{ checks: first.checks, files, modules, targets: task.item.targets, used, isGreen, divisible },
    hasHang: first.outcome.hasHang,
    first: isGreen ? [] : planParts(targets, divisible),
    wallMs: Math.max(MIN_WALL_MS, tookMs * WALL_FACTOR + WALL_MORE_MS),
  };
  return { status: "measured", base };
}

/** In as many processes at once as candidates will run in; where tests then get in each other's way, in one alone. */
async function runSideBySide(request: NodeRequest, task: Task, deps: Deps): Promise<WholeRun> {
  const runs = await Promise.all(Array.from({ length: deps.width }, () => runWhole(request, task, deps)));
  const failed = runs.find(({ status }) => status === "unsuited");
  if (failed === undefined || deps.width === 1) return failed ?? (runs[0] as WholeRun);
  deps.link.narrow();
  return await runWhole(request, task, deps);
}

/** With counters, so that a base that hangs can be told; without them where code looks at its own text. */
async function runFirst(
  request: NodeRequest,
  task: Task,
  deps: Deps,
): Promise<WholeRun & { readonly isCounted?: boolean }> {
  const texts = await countTexts(task, deps);
  deps.link.prepare(texts);
  const counted = await runWhole(request, task, deps);
  if (counted.status === "ran") {
    deps.link.prepare(texts, counted.outcome.packages);
    return { ...counted, isCounted: true };
  }
  // Without counters it would not end.
  const isKnown = [...task.knownFailures].some((id) => id.endsWith(',"(file)"]'));
  if (counted.hasHang === true && isKnown) return counted;
  deps.link.prepare([]);
  const plain = await runWhole(request, task, deps);
  if (plain.status === "ran") deps.link.prepare([], plain.outcome.packages);
  return plain;
}

type WholeRun =
  | {
      readonly status: "ran";
      readonly checks: readonly WarmCheck[];
      readonly outcome: Extract<NodeOutcome, { status: "ran" }>;
    }
  | { readonly status: "unsuited"; readonly reason: string; readonly hasHang?: boolean };

async function runWhole(request: NodeRequest, task: Task, { link }: Deps): Promise<WholeRun> {
  const outcome = await link.ask(request);
  if (outcome.status === "ended")
    return unsuited(`${outcome.reason} ${outcome.heard?.trim().split("\n").at(0) ?? ""}`.trim());
  if (outcome.status === "out-of-fuel") return unsuited("the base does not end");
  const checks = distinguishNames(outcome.checks);
  const difference = compareBase(checks, task);
  if (difference === null) return { status: "ran", checks, outcome };
  return { ...unsuited(difference), hasHang: outcome.hasHang };
}

function readModules(
  found: Readonly<Record<string, readonly string[]>>,
  { sandbox }: Task,
): ReadonlyMap<string, ReadonlySet<string>> {
  const relative = (path: string) => posix.relative(sandbox.mountPath, path);
  return new Map(Object.entries(found).map(([file, paths]) => [file, new Set(paths.map(relative))]));
}

/** Editable files with counters, as many as processes can be given. */
async function countTexts(
  { editableFiles, sandbox }: Task,
  { fuel }: Pick<Deps, "fuel">,
): Promise<NodeRequest["edits"]> {
  const texts: { readonly path: string; readonly content: string }[] = [];
  let size = 0;
  for (const path of editableFiles) {
    const text = isScript(path) ? (await sandbox.read(path))?.toString("utf8") : undefined;
    if (text === undefined || text.length > MAX_TEXT) continue;
    size += text.length;
    if (size > MAX_TEXTS) break;
    const content = await fuel.add(path, text);
    if (content !== text) texts.push({ path, content });
  }
  return texts;
}

function isScript(path: string): boolean {
  const language = languageOf(path);
  return language !== null && language !== "python";
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
