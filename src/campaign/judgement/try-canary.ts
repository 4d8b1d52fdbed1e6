import type { GateResult } from "../../domain/gate.ts";
import { findUnstable } from "../../gates/find-unstable.ts";
import type { CanaryFitness, CanaryReport } from "./canary-trial.ts";

/** A run of one gate on the base: without a canary, or with one. */
export type CanaryRun = { readonly result: GateResult; readonly canary: CanaryReport };

/** What was learned of a gate by running it again on the base. */
export type CanaryTry = {
  /** Null where the gate has no canary at all, being no gate of tests. */
  readonly fitness: CanaryFitness | null;
  /** Ids that differ between runs of the same tree, sorted. */
  readonly flaky: readonly string[];
  /** All runs that a canary has not disturbed. */
  readonly plain: readonly GateResult[];
};

/**
 * Whether a canary leaves the base's other results as they are, and which of these are flaky. `second` ran with the
 * canary. Where it agrees with `first` nothing more is run; else at most two more runs tell flaky tests from tests that
 * the canary disturbs, as in a chain of commands that stops at the first failure.
 */
export async function tryCanary(
  { first, second }: { readonly first: GateResult; readonly second: CanaryRun },
  runAgain: (how: "plain" | "canary" | "canary-inside") => Promise<CanaryRun>,
): Promise<CanaryTry> {
  const { canary } = second;
  if (canary.status === "none" || canary.status === "impossible") {
    const fitness = canary.status === "none" ? null : canary;
    return { fitness, flaky: findUnstable(first, second.result), plain: [first, second.result] };
  }
  if (isSeen(second)) return await explain(first, second.result, runAgain);
  const inside = await runAgain("canary-inside");
  if (isSeen(inside) && findUnstable(first, inside.result).length === 0) {
    return { fitness: { status: "fit", placement: "inside" }, flaky: [], plain: [first, inside.result] };
  }
  const reason = `a planted test does not show on the base: ${describe(canary)}`;
  return await giveUp(first, reason, runAgain);
}

async function explain(
  first: GateResult,
  second: GateResult,
  runAgain: (how: "plain" | "canary") => Promise<CanaryRun>,
): Promise<CanaryTry> {
  const differing = findUnstable(first, second);
  if (differing.length === 0) return { fitness: { status: "fit" }, flaky: [], plain: [first, second] };
  const { result: third } = await runAgain("plain");
  const flaky = findUnstable(first, third);
  const left = differing.filter((id) => !flaky.includes(id));
  if (left.length === 0) return { fitness: { status: "fit" }, flaky, plain: [first, third] };
  const fourth = await runAgain("canary");
  const differsAgain = findUnstable(first, fourth.result).some((id) => left.includes(id));
  if (isSeen(fourth) && !differsAgain) {
    const all = [...new Set([...flaky, ...left])].sort();
    return { fitness: { status: "fit" }, flaky: all, plain: [first, third] };
  }
  const reason = `a planted test changes ${left.length} other results on the base`;
  return { fitness: { status: "impossible", reason }, flaky, plain: [first, third] };
}

async function giveUp(
  first: GateResult,
  reason: string,
  runAgain: (how: "plain") => Promise<CanaryRun>,
): Promise<CanaryTry> {
  const { result } = await runAgain("plain");
  return {
    fitness: { status: "impossible", reason },
    flaky: findUnstable(first, result),
    plain: [first, result],
  };
}

function isSeen({ canary, result }: CanaryRun): boolean {
  return canary.status === "seen" && result.status !== "error";
}

function describe(canary: CanaryReport): string {
  return "reason" in canary ? canary.reason : canary.status;
}
