import type { Brain, BrainEnd, Decision, Proposal } from "./brain.ts";

/** The brain of `--brain none`: it proposes nothing, so that a campaign only finds work and reports it. */
export const noBrain: Brain = {
  kind: "none",
  version: "none",
  // biome-ignore lint/correctness/useYield: a brain that has nothing to say ends without a proposal
  async *propose(): AsyncGenerator<Proposal, BrainEnd, Decision | undefined> {
    return {
      status: "unsuited",
      reason: "no brain was asked to work on it (brain: none)",
      tried: 0,
      exhausted: null,
    };
  },
};
