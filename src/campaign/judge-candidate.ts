import type { FileEdit } from "../domain/candidate.ts";
import type { GateSpec } from "../domain/gate.ts";
import type { GateJudgement, Objection } from "../domain/judgement.ts";
import { judge } from "../gates/judge.ts";
import type { AttemptInput } from "./attempt-item.ts";
import type { CampaignDeps } from "./campaign-deps.ts";
import type { CandidateVerdict } from "./judgement/candidate-verdict.ts";
import { judgeBenchmarks } from "./judgement/judge-benchmarks.ts";
import { judgeStrength } from "./judgement/judge-strength.ts";
import { judgeTree, type TreeVerdict } from "./judgement/judge-tree.ts";
import { mergeTrees } from "./judgement/merge-trees.ts";
import { planTrees } from "./judgement/plan-trees.ts";

type Input = AttemptInput & { readonly edits: readonly FileEdit[] };

/**
 * Judges a candidate on two trees: its own, and the base's tests, settings and data over its sources. Where it edits
 * none of these the trees are equal and gates run once. Gates of the packages that the edits touch come first, then the
 * cheapest; the first no ends it, since nothing can mend that. Benchmarks run on base and candidate in turns.
 */
export async function judgeCandidate(input: Input, deps: CampaignDeps): Promise<CandidateVerdict> {
  const { sandbox, item } = input;
  const own = await judgeOwnTree(input, deps);
  const withBaseTests = own.isOpen ? await judgeWithBaseTests(input, deps) : null;
  const gates = withBaseTests === null ? own.gates : mergeGates(own.gates, withBaseTests.gates, deps);
  const objections = [
    ...own.objections,
    ...(withBaseTests?.objections ?? []),
    ...(withBaseTests?.isOpen ? findUnprovenFix(item, own.gates, gates) : []),
    ...(own.isOpen ? findUnmended(input, gates) : []),
  ];
  const judgement = judge({ item, gates, objections });
  if (judgement.status === "promote")
    return await judgeStrength({ ...input, judgement, results: own.results }, deps);
  await sandbox.reset();
  return { judgement, results: own.results, notes: [] };
}

async function judgeOwnTree(input: Input, deps: CampaignDeps): Promise<TreeVerdict> {
  const specs = deps.gates.filter(({ kind }) => kind !== "benchmark");
  const verdict = await judgeTree({ ...input, specs }, deps);
  if (!verdict.isOpen) return verdict;
  const benchmarks = await judgeBenchmarks(input, deps);
  return {
    ...verdict,
    gates: [...verdict.gates, ...benchmarks.gates],
    results: new Map([...verdict.results, ...benchmarks.results]),
    isOpen: benchmarks.isOpen,
  };
}

/** Null where the trees are equal. A candidate without sources leaves what the base's tests say as it is on the base. */
async function judgeWithBaseTests(input: Input, deps: CampaignDeps): Promise<TreeVerdict | null> {
  const { sources, judges } = planTrees(input.edits, deps.config);
  const { defences } = deps;
  const isSought = (spec: GateSpec): boolean =>
    (defences.has("two-trees") && hasTests(spec)) ||
    (defences.has("red-on-base") && spec.name === input.item.gate);
  const specs = deps.gates.filter((spec) => hasTests(spec) && isSought(spec));
  if (judges.length === 0 || specs.length === 0) return null;
  if (sources.length > 0) {
    const verdict = await judgeTree({ ...input, edits: sources, specs }, deps);
    return defences.has("two-trees") ? verdict : keepFixes(verdict);
  }
  const gates = specs.map(({ name, isRequired }) => ({
    ...{ gate: name, status: "green" as const, reason: "as on the base", isRequired },
    ...{ fixed: [], broken: [], durationMs: 0 },
  }));
  return { gates, objections: [], results: new Map(), isOpen: true };
}

/** Without the defence of two trees the second one only tells what is fixed. */
function keepFixes({ gates, results }: TreeVerdict): TreeVerdict {
  const green = gates.map((gate) => ({ ...gate, status: "green" as const, broken: [] }));
  return { gates: green, objections: [], results, isOpen: true };
}

/** Gates that compare with what a candidate may edit too; findings are about all files alike. */
function hasTests({ kind }: GateSpec): boolean {
  return kind === "tests" || kind === "golden" || kind === "validate" || kind === "command";
}

function mergeGates(
  own: readonly GateJudgement[],
  withBaseTests: readonly GateJudgement[],
  { defences }: Pick<CampaignDeps, "defences">,
): readonly GateJudgement[] {
  const says = { isNoHeard: defences.has("two-trees"), isFixProvenByBase: defences.has("red-on-base") };
  return own.map((gate) => {
    const other = withBaseTests.find((one) => one.gate === gate.gate);
    return mergeTrees(gate, other, says);
  });
}

/** What was written to show the item may not stay red: master would be worse than it was. */
function findUnmended({ item, mustMend }: Input, gates: readonly GateJudgement[]): readonly Objection[] {
  const fixed = new Set(gates.flatMap((gate) => gate.fixed));
  const left = [...(mustMend ?? [])].filter((id) => !fixed.has(id));
  if (left.length === 0) return [];
  const { gate, files } = item;
  const reason = `of the ${mustMend?.size} tests written for the item ${left.length} still fail: ${left[0]}`;
  const denial = { rule: "unproven-fix", file: files[0] ?? "", line: null, reason };
  return [{ rule: "unproven-fix", gate, reason, denials: [denial] }];
}

/** The item's failure has to go by the sources alone: a test that was made to pass proves no fix. */
function findUnprovenFix(
  { gate, targets, files }: Input["item"],
  own: readonly GateJudgement[],
  merged: readonly GateJudgement[],
): readonly Objection[] {
  const countFixed = (gates: readonly GateJudgement[]): number =>
    gates.find((one) => one.gate === gate)?.fixed.filter((id) => targets.includes(id)).length ?? 0;
  if (countFixed(own) === 0 || countFixed(merged) > 0) return [];
  const reason =
    "the item's failure goes only with the candidate's own tests; with those of the base it stays";
  return [
    {
      rule: "unproven-fix",
      gate,
      reason,
      denials: [{ rule: "unproven-fix", file: files[0] ?? "", line: null, reason }],
    },
  ];
}
