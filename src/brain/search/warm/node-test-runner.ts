import { posix } from "node:path";
import { compareBase } from "./compare-base.ts";
import { distinguishNames } from "./distinguish-names.ts";
import { listTestFiles } from "./list-test-files.ts";
import { type NodeBase, runOnNodes } from "./node-session.ts";
import { type NodeLink, openNodeLink } from "./open-node-link.ts";
import { planNodeCommand } from "./plan-node-command.ts";
import type { WarmOpenInput, WarmOpening, WarmRunner } from "./warm-session.ts";

const BASE_MS = 60_000;
/** A candidate may take this many times as long as the whole base, and at least the minimum: counts should stop it first. */
const WALL_FACTOR = 30;
const MIN_WALL_MS = 5_000;

/** Candidates of projects that node:test tests: modules and tests loaded anew in a process that stays. */
export const nodeTestRunner: WarmRunner = {
  name: "node-test",
  suits: ({ runner, kind }) => kind === "tests" && runner === "node-test",
  async open(input) {
    const { gate, sandbox, signal } = input.task;
    const plan = planNodeCommand(gate);
    if (plan.status === "unsuited") return plan;
    const link = await openNodeLink({
      ...{ sandbox, cwd: gate.cwd, env: gate.env, width: input.width, signal },
      ...{ program: plan.program, nodeOptions: plan.nodeOptions },
      session: { runner: "node-test", root: sandbox.mountPath },
    });
    if (link === null) return unsuited("there are no named pipes");
    const base = await measureBase(link, input);
    if (typeof base === "string") {
      await link[Symbol.asyncDispose]();
      return unsuited(base);
    }
    return {
      status: "open",
      session: {
        ...{ runner: "node-test", base: base.checks },
        trace: async () => [],
        observe: async () => new Map(),
        run: (requests) => runOnNodes(requests, { base, link, width: input.width }),
        [Symbol.asyncDispose]: () => link[Symbol.asyncDispose](),
      },
    };
  },
};

/** Runs the base twice. The clause that says why it is no base for others, or all that running them needs. */
async function measureBase(link: NodeLink, { task }: WarmOpenInput): Promise<NodeBase | string> {
  const files = listTestFiles(task);
  const whole = {
    edits: [],
    fuel: Number.MAX_SAFE_INTEGER,
    wallMs: BASE_MS,
    first: [],
    targets: [],
    rest: files,
  };
  const startedMs = performance.now();
  const first = await link.ask({ ...whole, wantsModules: true });
  const tookMs = performance.now() - startedMs;
  if (first.status !== "ran") return first.status === "ended" ? first.reason : "the base is out of fuel";
  const checks = distinguishNames(first.checks);
  const difference = compareBase(checks, task);
  if (difference !== null) return difference;
  const second = await link.ask(whole);
  const again = second.status === "ran" ? distinguishNames(second.checks) : [];
  const changed = compareBase(again, task);
  if (changed !== null) return `a second run of the base differs: ${changed}`;
  const root = `${task.sandbox.mountPath}/`;
  const modules = Object.entries(first.modules ?? {}).map(
    ([file, paths]) => [file, new Set(paths.map((path) => posix.relative(root, path)))] as const,
  );
  return {
    ...{ checks, files, modules: new Map(modules) },
    ...{ first: chooseFirst(task), targets: task.item.targets },
    wallMs: Math.max(MIN_WALL_MS, tookMs * WALL_FACTOR),
  };
}

function chooseFirst({ item }: WarmOpenInput["task"]): NodeBase["first"] {
  const only = new Map<string, string[]>();
  for (const target of item.targets) {
    const [file = "", suite = "", name = ""] = JSON.parse(target) as readonly string[];
    const names = only.get(file) ?? [];
    // The report numbers tests of one name; here all of them are run.
    names.push(`${suite === "" ? "" : `${suite} > `}${name.replace(/ #\d+$/, "")}`);
    only.set(file, names);
  }
  const isFile = (names: readonly string[]) => names.includes("(file)");
  return [...only].map(([file, names]) => ({ file, only: isFile(names) ? null : names }));
}

function unsuited(reason: string): WarmOpening {
  return { status: "unsuited", reason };
}
