import type { Guidance } from "../brain/brain.ts";
import type { MethodTask } from "./method.ts";

/** Tries that a later brain is told of, the newest ones. */
const MAX_TOLD = 3;

const words = { reject: "rejected", refused: "refused before any gate ran" } as const;

/** The campaign's judgement, and what it said so far. */
export type RecalledDecisions = Pick<MethodTask, "judgeProposal"> & {
  /** What came of earlier tries, for a brain that begins anew; none where there were none. */
  listTries(): readonly Guidance[];
};

/** Remembers what became of proposals, so that a brain knows what those before it tried on the same item. */
export function recallDecisions({ judgeProposal }: Pick<MethodTask, "judgeProposal">): RecalledDecisions {
  const tries: string[] = [];
  return {
    judgeProposal: async (proposal, attempt) => {
      const decision = await judgeProposal(proposal, attempt);
      if (decision.status !== "promote")
        tries.push(
          `${proposal.summary}, by ${proposal.origin}: ${words[decision.status]}, ${decision.reason}`,
        );
      return decision;
    },
    listTries: () => tries.slice(-MAX_TOLD).map((text) => ({ title: "What came of an earlier try", text })),
  };
}
