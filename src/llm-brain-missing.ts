import { type NightshiftError, usageError } from "./domain/errors.ts";

/** What a campaign with the `llm` brain is refused with until that brain is there. */
export function llmBrainMissing(): NightshiftError {
  return usageError({
    code: "BRAIN_MISSING",
    message: "The brain `llm` is not there yet: models can be configured, and nothing asks them.",
    hint: "Use --brain search, which needs no model.",
  });
}
