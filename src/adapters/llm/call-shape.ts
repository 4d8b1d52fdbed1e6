import type { ModelApi, Preset } from "./preset.ts";

/** How a call is put: what a preset says until the model's refusals say otherwise. */
export type CallShape = {
  readonly api: ModelApi;
  readonly outputLimit: Preset["outputLimit"];
};

/**
 * The other shape that a refusal asks for, or null where it asks for none. A refused request was not worked on, so that
 * the same request can be put again at no cost.
 *
 * OpenAI's models since GPT-5.6 take tools at `/v1/responses` alone; names of the limit differ from model to model.
 */
export function findOtherShape(refusal: string, shape: CallShape): CallShape | null {
  if (
    shape.api === "chat" &&
    /\/?v1\/responses|not a chat model|only supported in the responses api/i.test(refusal)
  ) {
    return { ...shape, api: "responses" };
  }
  if (shape.api === "responses") return null;
  const { outputLimit } = shape;
  const isAboutLimit = new RegExp(`\\b${outputLimit}\\b`).test(refusal);
  const other = outputLimit === "max_tokens" ? "max_completion_tokens" : "max_tokens";
  const isNamed = new RegExp(`\\b${other}\\b`).test(refusal);
  const isUnknown =
    isAboutLimit && /unsupported|not support|unknown|unrecognized|not permitted/i.test(refusal);
  const isMissing = isNamed && /required|missing/i.test(refusal);
  return (isAboutLimit && isNamed) || isUnknown || isMissing ? { ...shape, outputLimit: other } : null;
}
