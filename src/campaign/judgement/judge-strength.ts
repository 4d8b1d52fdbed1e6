import type { Denial } from "../../domain/denial.ts";
import type { Judgement, Objection } from "../../domain/judgement.ts";
import { judge } from "../../gates/judge.ts";
import type { CampaignDeps } from "../campaign-deps.ts";
import { checkCoverage } from "../strength/check-coverage.ts";
import { checkMutants } from "../strength/check-mutants.ts";
import type { StrengthInput } from "../strength/strength-input.ts";
import type { CandidateVerdict } from "./candidate-verdict.ts";
import { listCandidateFiles } from "./list-candidate-files.ts";
import { planTrees } from "./plan-trees.ts";
import { tryNewTests } from "./try-new-tests.ts";

type Input = Pick<StrengthInput, "item" | "position" | "sandbox"> &
  Omit<CandidateVerdict, "notes"> & { readonly edits: StrengthInput["sources"] };

/** The last word on a candidate that every gate lets through: whether its changed lines are tested as well as before. */
export async function judgeStrength(input: Input, deps: CampaignDeps): Promise<CandidateVerdict> {
  const { item, position, sandbox, edits, results } = input;
  const trackedFiles = await listCandidateFiles({ tree: position.tree, edits }, deps);
  const strength = { ...{ item, position, sandbox, trackedFiles }, ...planTrees(edits, deps.config) };
  const notes: Denial[] = [];
  const objections: Objection[] = [];
  for (const [rule, check] of listChecks(deps)) {
    const verdict = await check({ ...strength, results }, deps);
    const { reason } = verdict;
    if (verdict.status === "weaker") {
      objections.push({ rule: "strength", gate: item.gate, reason, denials: verdict.denials });
      break;
    }
    const seen = verdict.status === "not-measured" ? `not measured: ${reason}` : reason;
    notes.push({ rule, file: "", line: null, reason: seen });
  }
  if (objections.length === 0 && deps.defences.has("red-on-base")) {
    notes.push(...(await tryNewTests({ ...strength, results }, deps)));
  }
  const judgement: Judgement =
    objections.length === 0 ? input.judgement : judge({ item, gates: input.judgement.gates, objections });
  // After a promotion the cycle is over, and the next one starts from a fresh tree anyway.
  if (judgement.status !== "promote") await sandbox.reset();
  return { judgement, results, notes };
}

function listChecks({ config, defences }: Pick<CampaignDeps, "config" | "defences">) {
  return [
    ...(defences.has("coverage") ? [["coverage", checkCoverage] as const] : []),
    ...(defences.has("mutation") && config.policy.mutationCheck ? [["mutation", checkMutants] as const] : []),
  ];
}
