import type { BudgetExcess, BudgetLimits, BudgetScope } from "../../../domain/budget.ts";
import type { Clock } from "../../../ports.ts";

const MS_PER_MINUTE = 60_000;
/** A call that has less than this would be cut off, and charged all the same. */
const MIN_CALL_MS = 1000;

/** What one call takes, or can take. */
export type Charge = { readonly tokens: number; readonly costUsd: number };

/** What a scope had used before its meter was opened. */
export type Spent = Charge & { readonly elapsedMs: number };

/** The budget of one scope. What is held for calls that are out counts as used. */
export type Meter = {
  readonly scope: BudgetScope;
  /** Why a call of this size may not be made, or null where it fits. */
  findExcess(worst: Charge): BudgetExcess | null;
  /** Until the scope's time is up; `Infinity` without a limit. */
  remainingMs(): number;
  /** Holds the size of a call, until `release` puts what it took in its place. */
  hold(worst: Charge): { release(actual: Charge): void };
};

/** Opens the meter of a scope. Its time goes on from here, at work or not. */
export function createMeter(
  {
    scope,
    limits,
    spent,
  }: { readonly scope: BudgetScope; readonly limits: BudgetLimits; readonly spent: Spent },
  clock: Pick<Clock, "elapsedMs">,
): Meter {
  const openedMs = clock.elapsedMs();
  const held = new Set<Charge>();
  let used: Charge = spent;

  const sum = (): Charge => [...held].reduce(addCharge, used);
  const remainingMs = (): number => {
    if (limits.minutes === null) return Number.POSITIVE_INFINITY;
    return limits.minutes * MS_PER_MINUTE - spent.elapsedMs - (clock.elapsedMs() - openedMs);
  };

  return {
    scope,
    remainingMs,
    findExcess: (worst) => {
      const now = sum();
      const { tokens, costUsd, minutes } = limits;
      if (minutes !== null && remainingMs() < MIN_CALL_MS) {
        return { scope, unit: "minutes", reason: `the ${scope}'s budget of ${minutes} minutes is used up` };
      }
      if (tokens !== null && now.tokens + worst.tokens > tokens) {
        const left = Math.max(0, tokens - now.tokens);
        const reason = `the ${scope} has ${left} of its ${tokens} tokens left, and the next call can take ${worst.tokens}`;
        return { scope, unit: "tokens", reason };
      }
      if (costUsd !== null && now.costUsd + worst.costUsd > costUsd) {
        const left = Math.max(0, costUsd - now.costUsd);
        const reason = `the ${scope} has $${left.toFixed(4)} of its $${costUsd} left, and the next call can cost $${worst.costUsd.toFixed(4)}`;
        return { scope, unit: "costUsd", reason };
      }
      return null;
    },
    hold: (worst) => {
      const place = { ...worst };
      held.add(place);
      return {
        release: (actual) => {
          if (held.delete(place)) used = addCharge(used, actual);
        },
      };
    },
  };
}

function addCharge(one: Charge, other: Charge): Charge {
  return { tokens: one.tokens + other.tokens, costUsd: one.costUsd + other.costUsd };
}
