import type { Check, GateResult, GateSpec } from "../../domain/gate.ts";
import { findUnstable } from "../../gates/find-unstable.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { CampaignDeps } from "../campaign-deps.ts";
import { judgeGate } from "../judgement/judge-tree.ts";
import { runTree, type TreeResult } from "../judgement/run-tree.ts";
import type { MeasuredPosition } from "../position.ts";
import { readRedness } from "./read-redness.ts";

/** New tests on the base, and the sandbox that holds both. */
export type BaseRun = {
  readonly position: MeasuredPosition;
  /** Of a commit whose tree is `tree`. */
  readonly sandbox: Sandbox;
  /** The base's with the new tests. */
  readonly tree: string;
  readonly trackedFiles: readonly string[];
  /** Paths of the new tests. */
  readonly files: readonly string[];
};

/** What the gates say of the base with new tests: red by these alone, or why that is not so. */
export type BaseRunEnd =
  | {
      readonly status: "red";
      /** By gate, in the order of the gates; none is empty. */
      readonly failing: ReadonlyMap<string, readonly Check[]>;
      readonly results: ReadonlyMap<string, GateResult>;
    }
  | { readonly status: "refused"; readonly reason: string };

const MAX_NAMED = 3;

/**
 * Runs the gates on the base with new tests: those of tests twice, the second time with canaries, and then the others
 * but benchmarks, since what a linter holds against a test it would hold against every fix. The first no ends it.
 */
export async function runOnBase(input: BaseRun, deps: CampaignDeps): Promise<BaseRunEnd> {
  const results = new Map<string, GateResult>();
  const failing = new Map<string, readonly Check[]>();
  const specs = deps.gates.filter(({ kind }) => kind === "tests");
  let passing = 0;
  for await (const ran of runGatesOn(specs, null, input, deps)) {
    const { gate } = ran.result;
    const known = read(ran, input, deps);
    if (known.status === "refused") return known;
    results.set(gate, ran.result);
    passing += known.passing.length;
    if (known.failing.length > 0) failing.set(gate, known.failing);
  }
  if (failing.size === 0) return refuse(describeGreen(passing, specs));
  for await (const again of runGatesOn(specs, results, input, deps)) {
    const fault = findDifference(again, results, input);
    if (fault !== null) return refuse(fault);
  }
  const others = deps.gates.filter(({ kind }) => kind !== "tests" && kind !== "benchmark");
  for await (const { result } of runGatesOn(others, null, input, deps)) {
    const spec = others.find(({ name }) => name === result.gate);
    if (spec === undefined) continue;
    const gate = judgeGate({ spec, position: input.position, candidate: result }, { config: lenient(deps) });
    if (gate.status === "red" || (gate.status === "error" && gate.isRequired))
      return refuse(`gate ${gate.gate} is ${gate.status} with them: ${gate.reason}`);
    results.set(gate.gate, result);
  }
  return { status: "red", failing, results };
}

async function* runGatesOn(
  specs: readonly GateSpec[],
  first: ReadonlyMap<string, GateResult> | null,
  { position, sandbox, tree }: BaseRun,
  deps: CampaignDeps,
): AsyncGenerator<TreeResult, void, void> {
  if (specs.length === 0) return;
  const { canaries } = position.measurement;
  const planting = first === null ? null : { results: first, fitness: canaries, changedPaths: [] };
  for await (const ran of runTree({ specs, sandbox, tree, edits: [], planting }, deps)) {
    deps.onProgress({ phase: "reproducing", detail: ran.result.gate });
    yield ran;
  }
}

function read({ result, touched }: TreeResult, input: BaseRun, deps: CampaignDeps) {
  const { measurement } = input.position;
  const none = new Set<string>();
  const written = touched.filter((path) => !measurement.touched.has(path));
  if (written.length > 0) return refuse(`their run writes files of the tree: ${nameSome(written)}`);
  const base = measurement.results.get(result.gate);
  if (base === undefined || base.status === "error")
    return { status: "ran", failing: [], passing: [] } as const;
  return readRedness({
    ...{ base, run: result, files: new Set(input.files), tracked: new Set(input.trackedFiles) },
    setAside: measurement.setAside.get(result.gate) ?? none,
    fleeting: measurement.fleeting.get(result.gate) ?? none,
    allowsNewNames: deps.config.policy.allowNewFeatures,
  });
}

/** What fails on the base is no fault of the tests, even where a promotion has to leave nothing that fails. */
function lenient({ config }: CampaignDeps): CampaignDeps["config"] {
  return { ...config, promotion: { ...config.promotion, strict: false } };
}

/** What a second run shows: other results on the same tree, or a canary that did not do as it must. */
function findDifference(
  { result, canary }: TreeResult,
  first: ReadonlyMap<string, GateResult>,
  { position }: BaseRun,
): string | null {
  const { gate } = result;
  if (canary.status === "tampered" || canary.status === "unread")
    return `a test that was planted beside them in gate ${gate} did not end as it must: ${canary.reason}`;
  const before = first.get(gate);
  if (before === undefined) return null;
  if (before.status !== "error" && result.status === "error")
    return `gate ${gate} gives no result in a second run: ${result.reason}`;
  const { setAside, fleeting } = position.measurement;
  const known = (id: string): boolean =>
    setAside.get(gate)?.has(id) === true || fleeting.get(gate)?.has(id) === true;
  const unstable = findUnstable(before, result).filter((id) => !known(id));
  return unstable.length === 0 ? null : `they are flaky: two runs differ in ${nameSome(unstable)}`;
}

function describeGreen(passing: number, specs: readonly GateSpec[]): string {
  if (specs.length === 0) return "no gate runs tests";
  if (passing > 0)
    return `all of the ${passing} new tests pass on the base, so they do not show what is wrong`;
  const names = specs.map(({ name }) => name).join(", ");
  return `no test of theirs ran in ${names}; name and place the file as the other tests, and let it hold a test`;
}

function refuse(reason: string): { readonly status: "refused"; readonly reason: string } {
  return { status: "refused", reason };
}

function nameSome(names: readonly string[]): string {
  const more = names.length > MAX_NAMED ? ` and ${names.length - MAX_NAMED} more` : "";
  return `${names.slice(0, MAX_NAMED).join(", ")}${more}`;
}
