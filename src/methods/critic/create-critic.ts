import type { Proposal } from "../../brain/brain.ts";
import { createSourceParser } from "../../syntax/parse-source.ts";
import type { MethodTask } from "../method.ts";
import { askReview } from "../review/ask-review.ts";
import { measureEdits } from "../score/measure-edits.ts";
import { scoreDiffSize } from "../score/score-diff-size.ts";
import { scoreMaintainability } from "../score/score-maintainability.ts";
import { createQuickRunner } from "./create-quick-runner.ts";
import { runBenchmarks } from "./run-benchmarks.ts";
import { runItemGate } from "./run-item-gate.ts";
import { type CritiqueTerms, scoreCritique } from "./score-critique.ts";

/** What a critic says of a proposal. */
export type Critique = {
  readonly terms: CritiqueTerms;
  /** From 0 to 1. */
  readonly score: number;
  /** What was measured, in sentences. */
  readonly reasons: readonly string[];
};

/** Judges a proposal by quick runs in the brain's sandbox, which is reset. A look ahead, never evidence. */
export type Critic = (proposal: Proposal) => Promise<Critique>;

type Task = Pick<MethodTask, "advisor" | "brainTask" | "describeEdits" | "gates" | "readBase" | "runGate">;

/** A critic for an item. What it needs of the base it measures once. */
export function createCritic(task: Task): Critic {
  const { advisor, brainTask, gates, readBase } = task;
  const parser = createSourceParser();
  const runner = createQuickRunner(task);
  return async (proposal) => {
    const quick = await runItemGate(proposal, { brainTask, runner });
    const measures = await measureEdits(proposal.edits, { parser, readBase });
    const isWorthMore = quick.term > 0;
    const benchmarks = isWorthMore ? gates.filter(({ kind }) => kind === "benchmark") : [];
    const benchmark = await runBenchmarks(benchmarks, proposal, runner);
    await brainTask.sandbox.reset();
    const review = advisor !== null && isWorthMore ? await askReview(proposal, { ...task, advisor }) : null;
    const terms: CritiqueTerms = {
      gates: quick.term,
      benchmark: benchmark.term,
      maintainability: scoreMaintainability(measures),
      diffSize: scoreDiffSize(measures),
      review: review === null ? null : review.score / 10,
    };
    const { addedLines, removedLines, files, complexityGrowth, duplicatedLines } = measures;
    const reasons = [
      quick.reason,
      ...benchmark.reasons,
      `It adds ${addedLines} lines and removes ${removedLines} in ${files} files.`,
      ...(complexityGrowth > 0 ? [`Its functions have ${complexityGrowth} more branches than before.`] : []),
      ...(duplicatedLines > 0 ? [`${duplicatedLines} of its lines are copies.`] : []),
      ...(review === null || review.findings.length === 0
        ? []
        : [`A reviewer remarks: ${review.findings.join("; ")}`]),
    ];
    return { terms, score: scoreCritique(terms), reasons };
  };
}
