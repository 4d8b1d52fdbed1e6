import type { BrainTask } from "../brain/brain.ts";
import { cutToTokens } from "../brain/llm/prompt/cut-to-tokens.ts";
import { quoteData } from "../brain/llm/prompt/quote-data.ts";

/** Failures that are shown; more of one item read alike. */
const MAX_FAILURES = 5;
const MAX_GOAL_TOKENS = 300;
const MAX_FAILURE_TOKENS = 1_200;

/** A work item and the campaign's goal as quoted data, for questions that a method asks. A few hundred tokens. */
export async function describeItem({ item, goal }: Pick<BrainTask, "item" | "goal">): Promise<string> {
  const failures = item.evidence
    .slice(0, MAX_FAILURES)
    .map(({ title, message, stack }) => [title, message, stack].filter((part) => part !== "").join("\n"));
  const left = item.evidence.length - failures.length;
  const more = left > 0 ? [`… and ${left} more like these`] : [];
  const heading = `What fails (${item.kind}, gate ${item.gate}): ${item.title}`;
  const parts = [
    quoteData("Goal", await cutToTokens(goal, MAX_GOAL_TOKENS)),
    quoteData(
      heading,
      await cutToTokens([...failures, ...more].join("\n\n") || item.title, MAX_FAILURE_TOKENS),
    ),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}
