import type { BrainEnd } from "../brain/brain.ts";

/** What a brain is told whose proposals nobody takes any more. */
export const enough: BrainEnd = {
  status: "aborted",
  reason: "the method needed no more",
  tried: 0,
  exhausted: null,
};
