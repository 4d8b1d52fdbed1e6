import type { BudgetLimits, BudgetScope } from "../../domain/budget.ts";
import type { CampaignState } from "../../domain/campaign-state.ts";
import type { ModelRequest } from "../../domain/model.ts";
import type { WorkItem } from "../../domain/work-item.ts";
import { hideKeys } from "../../policy/secrets/hide-keys.ts";
import type { Clock } from "../../ports.ts";
import { openMeters } from "./budget/open-meters.ts";
import type { Outage } from "./create-outage.ts";
import { createMessageRedactor } from "./redact-messages.ts";
import type { CallOutcome, Router } from "./router/router.ts";

/** The models as one cycle asks them: whoever asks in it, its budgets are shared. */
export type ModelSession = {
  /** Rejects where the campaign cannot go on without its key, see `Outage`. */
  call(call: { readonly purpose: string; readonly request: ModelRequest }): Promise<CallOutcome>;
  /** Whether the model that would be asked now can call tools, as far as is known. */
  hasTools(purpose: string): boolean;
  /** Numbers the conversations of the cycle, from 1. */
  nextConversation(): number;
};

/** Opens the session of a cycle, the same one as long as the cycle is the same. */
export type OpenSession = (cycle: number, item: Pick<WorkItem, "id" | "kind">) => ModelSession;

/** What sessions are made of. */
export type SessionDeps = {
  readonly router: Router;
  readonly limits: Readonly<Record<BudgetScope, BudgetLimits>>;
  readonly clock: Pick<Clock, "elapsedMs">;
  /** As the journal has it. */
  state(): CampaignState;
  /** Hides known secrets: what goes to a model leaves the machine. */
  redact(text: string): string;
  readonly outage: Outage;
};

/** Makes the opener of sessions. Budgets start from what the journal says was used. */
export function createSessionOpener(deps: SessionDeps): OpenSession {
  const { router, limits, clock, state, outage } = deps;
  // A key that somebody committed is known to nobody here.
  const redact = createMessageRedactor((text) => hideKeys(deps.redact(text)));
  let conversations = 0;
  let open: { readonly cycle: number; readonly item: string; readonly session: ModelSession } | null = null;
  return (cycle, item) => {
    if (open?.cycle === cycle && open.item === item.id) return open.session;
    const meters = openMeters({ cycle, item: item.id, limits, state: state() }, clock);
    if (open?.cycle !== cycle) conversations = 0;
    const session: ModelSession = {
      call: async ({ purpose, request }) => {
        const out = outage.find();
        if (out !== null)
          return { status: "failed", kind: "outage", reason: out, retryAfterMs: null, costUsd: 0 };
        const messages = request.messages.map(redact);
        const call = { cycle, purpose, itemKind: item.kind, meters };
        const outcome = await router.call({ ...call, request: { ...request, messages } });
        await outage.note(outcome);
        return outcome;
      },
      hasTools: (purpose) => router.hasTools({ purpose, itemKind: item.kind }),
      nextConversation: () => ++conversations,
    };
    open = { cycle, item: item.id, session };
    return session;
  };
}
