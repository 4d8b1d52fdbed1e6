import type { ModelFailure } from "../../../domain/model.ts";
import { askModel } from "./ask-model.ts";
import { type OpenModel, openModel } from "./open-model.ts";
import { orderModels } from "./order-models.ts";
import type { CallOutcome, ModelCall, RoutedModel, Router, RouterDeps } from "./router.ts";

type Failed = Extract<CallOutcome, { status: "failed" }>;
type OverBudget = Extract<CallOutcome, { status: "over-budget" }>;

/** After these another model may do better. A wrong key or request is for people to mend, and hidden from nobody. */
const passedOn: ReadonlySet<ModelFailure> = new Set([
  "quota",
  "rate-limit",
  "outage",
  "timeout",
  "refused",
  "too-long",
]);

/**
 * A router over models in the user's order: each behind a breaker, the next one where one is out, refuses or has no
 * quota left, a cheaper one where the dollars do not reach. What it learns of a model holds for its life.
 */
export function createRouter(models: readonly RoutedModel[], deps: RouterDeps): Router {
  const opened = models.map((model) => openModel(model, deps.clock));
  let requests = 0;
  const askDeps = { ...deps, nextNumber: () => ++requests };

  const callAny = async (call: ModelCall): Promise<CallOutcome> => {
    const failures: Failed[] = [];
    let overBudget: OverBudget | undefined;
    let costUsd = 0;
    for (const model of orderModels(opened, call)) {
      const leave = model.breaker.enter();
      if (leave === null) {
        failures.push(describeRest(model));
        continue;
      }
      const outcome = await askModel(model, call, askDeps).finally(leave);
      costUsd += outcome.costUsd;
      if (outcome.status === "replied") return { ...outcome, costUsd };
      if (outcome.status === "failed") failures.push(outcome);
      else overBudget ??= outcome;
      const isOver = outcome.status === "failed" ? !passedOn.has(outcome.kind) : outcome.unit !== "costUsd";
      if (isOver) return { ...outcome, costUsd };
    }
    return overBudget === undefined ? joinFailures(failures, costUsd) : { ...overBudget, costUsd };
  };

  return {
    call: async (call) => {
      const outcome = await callAny(call);
      if (outcome.status === "over-budget") {
        const { scope, unit, reason } = outcome;
        await deps.append({ type: "budget-reached", cycle: call.cycle, scope, unit, reason });
      }
      return outcome;
    },
    hasTools: (target) => {
      const ordered = orderModels(opened, target);
      const next = ordered.find(({ breaker }) => breaker.rest() === null) ?? ordered[0];
      return next?.features.has("tools") ?? false;
    },
  };
}

function describeRest({ name, breaker }: OpenModel): Failed {
  const { forMs, reason } = breaker.rest() ?? { forMs: 0, reason: "" };
  const rest = `${name}: not asked for another ${Math.ceil(forMs / 1000)} s, since: ${reason}`;
  return { status: "failed", costUsd: 0, kind: "outage", reason: rest, retryAfterMs: forMs };
}

/** The kind of the last failure; every reason; the soonest time to come back. */
function joinFailures(failures: readonly Failed[], costUsd: number): Failed {
  const waits = failures.flatMap(({ retryAfterMs }) => (retryAfterMs === null ? [] : [retryAfterMs]));
  return {
    ...(failures.at(-1) ?? { kind: "invalid" }),
    status: "failed",
    costUsd,
    reason:
      failures.length === 0 ? "no model is configured" : failures.map(({ reason }) => reason).join("; "),
    retryAfterMs: waits.length === 0 ? null : Math.min(...waits),
  };
}
