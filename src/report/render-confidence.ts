import type { Confidence } from "../domain/confidence.ts";

/** How sure a brain is, for people: "42 %, since …"; the reason is as it came. Pure. */
export function renderConfidence({ value, reason }: Confidence): string {
  const share = `${Math.floor(value * 100)} %`;
  return reason === "" ? share : `${share}: ${reason}`;
}
