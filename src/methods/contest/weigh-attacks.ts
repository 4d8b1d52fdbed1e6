import type { AttackOutcomes } from "./run-attacks.ts";

/** Which attacks count, and how many of those each contender fails, in the contenders' order. */
export type WeighedAttacks = {
  readonly written: number;
  readonly counted: number;
  readonly failed: readonly number[];
};

/**
 * An attack is written by a model and may be wrong itself. It counts only where it tells contenders apart, ends the same
 * way each time, and half of those that ran it or more pass: most of the field is rather right than one test. Pure.
 */
export function weighAttacks(outcomes: readonly AttackOutcomes[]): WeighedAttacks {
  const ids = [...new Set(outcomes.flatMap((outcome) => [...outcome.keys()]))];
  const counting = ids.filter((id) => {
    const ends = outcomes.flatMap((outcome) => outcome.get(id) ?? []);
    const passed = ends.filter((end) => end === "passed").length;
    return !ends.includes("unsteady") && passed < ends.length && passed * 2 >= ends.length && passed > 0;
  });
  const failed = outcomes.map((outcome) => counting.filter((id) => outcome.get(id) === "failed").length);
  return { written: ids.length, counted: counting.length, failed };
}
