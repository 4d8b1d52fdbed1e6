import type { BudgetLimits, BudgetScope } from "../../domain/budget.ts";
import type { CampaignState } from "../../domain/campaign-state.ts";
import type { ModelRequest } from "../../domain/model.ts";
import type { WorkItem } from "../../domain/work-item.ts";
import type { Clock } from "../../ports.ts";
import { openMeters } from "./budget/open-meters.ts";
import type { CallOutcome, Router } from "./router/router.ts";

/** The models as one cycle asks them: whoever asks in it, its budgets are shared. */
export type ModelSession = {
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
};

/** Makes the opener of sessions. Budgets start from what the journal says was used. */
export function createSessionOpener({ router, limits, clock, state, redact }: SessionDeps): OpenSession {
  let open: { readonly cycle: number; readonly item: string; readonly session: ModelSession } | null = null;
  return (cycle, item) => {
    if (open?.cycle === cycle && open.item === item.id) return open.session;
    const meters = openMeters({ cycle, item: item.id, limits, state: state() }, clock);
    let conversations = 0;
    const session: ModelSession = {
      call: ({ purpose, request }) =>
        router.call({
          ...{ cycle, purpose, itemKind: item.kind, meters },
          request: {
            ...request,
            messages: request.messages.map((message) => redactMessage(message, redact)),
          },
        }),
      hasTools: (purpose) => router.hasTools({ purpose, itemKind: item.kind }),
      nextConversation: () => ++conversations,
    };
    open = { cycle, item: item.id, session };
    return session;
  };
}

function redactMessage<Message extends ModelRequest["messages"][number]>(
  message: Message,
  redact: (text: string) => string,
): Message {
  if (message.role !== "assistant") return { ...message, content: redact(message.content) };
  const toolCalls = message.toolCalls.map((call) => ({ ...call, arguments: redact(call.arguments) }));
  return { ...message, content: redact(message.content), toolCalls };
}
