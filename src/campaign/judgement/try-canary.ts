import { checkId, type GateResult } from "../../domain/gate.ts";
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
 * canary. A test that ends otherwise in it is flaky, as ever. A test that is there in one of both alone may be one that
 * the canary takes away, as in a chain of commands that stops at the first failure: one more run tells. Where the
 * canary itself does not show, one run tries it inside of a test file, and if need be another one looks for flaky tests.
 */
export async function tryCanary(
  { first, second }: { readonly first: GateResult; readonly second: CanaryRun },
  runAgain: (how: "plain" | "canary-inside") => Promise<CanaryRun>,
): Promise<CanaryTry> {
  const { canary } = second;
  if (canary.status === "none" || canary.status === "impossible") {
    const fitness = canary.status === "none" ? null : canary;
    return { fitness, flaky: findUnstable(first, second.result), plain: [first, second.result] };
  }
  if (isSeen(second)) return await explain(first, second.result, runAgain);
  const inside = await runAgain("canary-inside");
  if (isSeen(inside) && findMissing(first, inside.result).size === 0) {
    const flaky = findUnstable(first, inside.result);
    return { fitness: { status: "fit", placement: "inside" }, flaky, plain: [first, inside.result] };
  }
  const reason = `a planted test does not show on the base: ${describe(canary)}`;
  return await giveUp(first, reason, runAgain);
}

async function explain(
  first: GateResult,
  second: GateResult,
  runAgain: (how: "plain") => Promise<CanaryRun>,
): Promise<CanaryTry> {
  const differing = findUnstable(first, second);
  const fit = { status: "fit" } as const;
  if (findMissing(first, second).size === 0)
    return { fitness: fit, flaky: differing, plain: [first, second] };
  const { result: third } = await runAgain("plain");
  const flaky = findUnstable(first, third);
  const taken = findMissing(first, second).difference(new Set(flaky));
  if (taken.size === 0) {
    return { fitness: fit, flaky: [...new Set([...flaky, ...differing])].sort(), plain: [first, third] };
  }
  const reason = `a planted test takes ${taken.size} others away on the base`;
  return { fitness: { status: "impossible", reason }, flaky, plain: [first, third] };
}

/** Ids of checks that one of two runs lacks. */
function findMissing(first: GateResult, second: GateResult): ReadonlySet<string> {
  const [before, after] = [first, second].map(({ checks }) => new Set(checks.map(checkId)));
  return before === undefined || after === undefined ? new Set() : before.symmetricDifference(after);
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
