import { createRouter } from "../../src/brain/llm/router/create-router.ts";
import type { CallOutcome, ModelCall, RoutedModel } from "../../src/brain/llm/router/router.ts";
import type { CampaignEvent, EventOf } from "../../src/domain/events.ts";
import type { ModelRequest } from "../../src/domain/model.ts";
import type { Llm } from "../../src/ports.ts";
import { createHeldTime, type HeldTime } from "./held-time.ts";

/** A request of one short message, for text. */
export const plainRequest: ModelRequest = {
  messages: [{ role: "user", content: "mend it" }],
  tools: [],
  maxOutputTokens: 500,
  temperature: 0.1,
  seed: 7,
  format: "text",
  timeoutMs: 60_000,
};

/** A model that can do everything, is for everything, and costs 1 dollar for a million tokens in, 10 out. */
export function routed(llm: Llm, changes: Partial<RoutedModel> = {}): RoutedModel {
  return {
    llm,
    for: [],
    price: { inputPerMillion: 1, cachedPerMillion: 0.1, outputPerMillion: 10 },
    capabilities: { tools: true, temperature: true, seed: true, json: true },
    ...changes,
  };
}

/** A router over models, in held time, with its events. */
export type RouterRig = {
  readonly time: HeldTime;
  readonly events: readonly CampaignEvent[];
  readonly router: ReturnType<typeof createRouter>;
  call(changes?: Partial<ModelCall>): Promise<CallOutcome>;
  calls(): readonly EventOf<"model-called">[];
};

export function createRouterRig(
  models: readonly RoutedModel[],
  { random = () => 0 }: { readonly random?: () => number } = {},
): RouterRig {
  const time = createHeldTime();
  const events: CampaignEvent[] = [];
  const append = async (event: CampaignEvent) => events.push(event);
  const router = createRouter(models, { clock: time.clock, sleep: time.sleep, random, append });
  return {
    time,
    events,
    router,
    call: (changes) =>
      router.call({
        cycle: 1,
        purpose: "edit",
        itemKind: null,
        request: plainRequest,
        meters: [],
        ...changes,
      }),
    calls: () => events.filter((event): event is EventOf<"model-called"> => event.type === "model-called"),
  };
}
