import type { BrainTask } from "../brain/brain.ts";
import { cleanLine } from "../brain/llm/prompt/clean-line.ts";
import { quoteData } from "../brain/llm/prompt/quote-data.ts";
import { renderFailures } from "../brain/llm/prompt/render-failures.ts";
import { renderGoal } from "../brain/llm/prompt/render-goal.ts";

const MAX_GOAL_TOKENS = 300;
const MAX_FAILURE_TOKENS = 1_200;
const MAX_TITLE = 300;

/** A work item and the campaign's goal as quoted data, for questions that a method asks. At most about 1,500 tokens. */
export async function describeItem({
  item,
  goal,
  trackedFiles,
  sandbox,
}: Pick<BrainTask, "item" | "goal" | "trackedFiles" | "sandbox">): Promise<string> {
  const { mountPath } = sandbox;
  const failures = await renderFailures({ item, trackedFiles, mountPath }, MAX_FAILURE_TOKENS);
  const parts = [
    await renderGoal(goal, MAX_GOAL_TOKENS),
    quoteData(`Work item (${item.kind}, gate ${item.gate})`, cleanLine(item.title, MAX_TITLE)),
    failures,
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}
