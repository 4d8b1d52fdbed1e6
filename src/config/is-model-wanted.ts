import type { Config } from "./schema.ts";

/** Whether a campaign is to ask models: always by `llm`, and by `auto` where one is named. Pure. */
export function isModelWanted({ brain }: Pick<Config, "brain">): boolean {
  const isNamed = brain.llm.model !== "" || brain.llm.models.length > 0;
  return brain.kind === "llm" || (brain.kind === "auto" && isNamed);
}
