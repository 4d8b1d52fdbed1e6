import type { Config } from "../config/schema.ts";
import type { Confidence } from "../domain/confidence.ts";

/**
 * Why a candidate that every gate let through is a suggestion and not promoted, in a clause; null where it is promoted. A
 * brain that does not say how sure it is holds nothing back. Pure.
 */
export function findDoubt(
  confidence: Confidence | null,
  { minConfidence }: Pick<Config["promotion"], "minConfidence">,
): string | null {
  if (confidence === null || confidence.value >= minConfidence) return null;
  const sure = `the brain is ${percent(confidence.value)} sure, and promotion.minConfidence asks for ${percent(minConfidence)}`;
  return confidence.reason === "" ? sure : `${sure}: ${confidence.reason}`;
}

/** Rounded down: what is below a bound must not read as if it had reached it. */
function percent(value: number): string {
  return `${Math.floor(value * 1_000) / 10} %`;
}
