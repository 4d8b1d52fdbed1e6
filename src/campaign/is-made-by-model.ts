import type { CycleEvents } from "./cycle-events.ts";

/** Whether a proposal of a cycle came from a model, by its origin: a model's is its name. Pure. */
export function isMadeByModel(origin: string, events: Pick<CycleEvents, "all">): boolean {
  return events.all("model-called").some(({ provider, model }) => origin === `${provider}/${model}`);
}
