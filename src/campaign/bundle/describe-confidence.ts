import type { Confidence } from "../../domain/confidence.ts";
import { cutText } from "./cut-text.ts";
import type { DetailLimits } from "./detail-limits.ts";

/** How sure the brain was, as a bundle tells it. Pure. */
export function describeConfidence<Known extends Confidence | null>(
  confidence: Known,
  { chars }: DetailLimits,
): Known {
  return confidence === null ? confidence : { ...confidence, reason: cutText(confidence.reason, chars) };
}
