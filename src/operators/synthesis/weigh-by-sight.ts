import type { SeenState } from "../clues.ts";
import type { Condition } from "./condition.ts";

/** What a condition is worth that made no difference in any failing run. */
const UNHELPFUL = 0.15;

/**
 * What a condition is worth by the states that were seen: nothing where it is the same in all of them; more where it
 * takes effect in a failing run (holds, or with `isNarrowing` does not hold), and the less it does so in passing ones.
 * Unchanged where the states do not tell. Pure.
 */
export function weighBySight(
  condition: Condition,
  states: readonly SeenState[],
  isNarrowing: boolean,
): readonly Condition[] {
  if (states.length < 2) return [condition];
  const failing = { effect: 0, none: 0 };
  const passing = { effect: 0, none: 0 };
  for (const state of states) {
    const holds = condition.holdsIn(state);
    if (holds === null) return [condition];
    const side = state.isFailing ? failing : passing;
    side[holds === isNarrowing ? "none" : "effect"] += 1;
  }
  if (failing.effect + passing.effect === 0 || failing.none + passing.none === 0) return [];
  if (failing.effect === 0) return [{ ...condition, weight: condition.weight * UNHELPFUL }];
  const passed = passing.effect + passing.none;
  const spared = passed === 0 ? 0.5 : passing.none / passed;
  return [{ ...condition, weight: Math.min(1, condition.weight * (0.4 + spared)) }];
}
