import type { OpenModel } from "./open-models.ts";

/** A model for who looks whether all is ready: its name and host, its price, and what a person should know. Pure. */
export function describeModel({
  llm,
  host,
  price,
  note,
}: Pick<OpenModel, "host" | "price" | "note"> & {
  readonly llm: Pick<OpenModel["llm"], "provider" | "model">;
}): string {
  const cost =
    price === null
      ? "price unknown"
      : `$${price.inputPerMillion} in and $${price.outputPerMillion} out for a million tokens`;
  return [`${llm.provider}/${llm.model} at ${host}, ${cost}`, note].filter((part) => part !== "").join(". ");
}
