import type { GateContext } from "./gate-context.ts";

/** With less than this part of its limit left, a gate cannot tell what hangs from what was given no time. */
const LEAST_PART = 1 / 20;

/**
 * How long one of a gate's files or projects may take, milliseconds, where `left` of them, this one included, are still
 * to run: half of what is left of the gate's time, so that one that hangs is one failing check and the others are still
 * judged; the last one may take all. Null when too little is left for that.
 */
export function shareTime(
  left: number,
  { spec, timeoutMs, remainingMs }: Pick<GateContext, "spec" | "timeoutMs" | "remainingMs">,
): number | null {
  const restMs = remainingMs();
  if (restMs < (timeoutMs ?? spec.timeoutMs) * LEAST_PART) return null;
  return left > 1 ? Math.ceil(restMs / 2) : restMs;
}
