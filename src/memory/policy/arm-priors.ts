/** What is held of an arm before anything was earned: a beta distribution, and what its price is worth in rewards. */
export type ArmPrior = { readonly alpha: number; readonly beta: number; readonly cost: number };

const unknown: ArmPrior = { alpha: 1, beta: 1, cost: 0 };
/** Operators start from their built-in priors, which the search multiplies by what is earned: eight attempts' worth of trust. */
const operatorPrior: ArmPrior = { alpha: 4, beta: 4, cost: 0 };

/** Of arms that are not unknown, for every kind of item. Costs are what a try takes beyond the cheapest one. */
const priors: Readonly<Record<string, ArmPrior>> = {
  "brain:search": { alpha: 2, beta: 1, cost: 0 },
  "brain:llm": { alpha: 2, beta: 1, cost: 0.1 },
  "method:direct": { alpha: 6, beta: 2, cost: 0 },
  "method:plan-build-review": { alpha: 2, beta: 3, cost: 0.1 },
  "method:actor-critic": { alpha: 2, beta: 3, cost: 0.15 },
  "method:test-driven": { alpha: 1, beta: 4, cost: 0.2 },
  "method:adversarial": { alpha: 2, beta: 3, cost: 0.25 },
  "temperature:0.1": { alpha: 2, beta: 1, cost: 0 },
};

/** What one place usually mends needs no plan and no review. */
const cheapKinds: ReadonlySet<string> = new Set(["lint", "type-error", "failing-test"]);
const directForCheapKinds: ArmPrior = { alpha: 12, beta: 1, cost: 0 };

/** The arms that have a prior of their own, which `memory policy` shows beside those that have earned something. */
export const armsWithPriors: readonly string[] = Object.keys(priors);

/** The prior of an arm on a kind of work item. Pure. */
export function findArmPrior(itemKind: string, arm: string): ArmPrior {
  if (arm === "method:direct" && cheapKinds.has(itemKind)) return directForCheapKinds;
  if (arm.startsWith("operator:")) return operatorPrior;
  return Object.hasOwn(priors, arm) ? (priors[arm] ?? unknown) : unknown;
}
