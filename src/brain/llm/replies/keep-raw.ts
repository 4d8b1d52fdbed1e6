import { keepEnds } from "../../../adapters/keep-ends.ts";
import { replyLimits } from "./reply-limits.ts";

/** A model's text for the record: all of it, or its two ends where it is long. */
export function keepRaw(text: string): string {
  const kept = keepEnds(replyLimits.maxRawBytes);
  kept.add(Buffer.from(text));
  return kept.text();
}
