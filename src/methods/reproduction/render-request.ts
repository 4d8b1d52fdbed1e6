import type { BrainTask, Guidance } from "../../brain/brain.ts";
import { cutToTokens } from "../../brain/llm/prompt/cut-to-tokens.ts";
import { quoteData } from "../../brain/llm/prompt/quote-data.ts";
import { describeItem } from "../describe-item.ts";

const MAX_TOKENS = 2_000;

/** What a person asks for, as the finder made an item of it: what a brain is told beside the test that shows it. Pure. */
export function readRequest({ title, evidence }: BrainTask["item"]): Guidance {
  const text = [title, ...evidence.map(({ message }) => message)].filter((part) => part !== "");
  return { title: "What a person asks for", text: text.join("\n\n") };
}

/** The item quoted: a person's words at length, at most 2,000 tokens, or what a gate fails. */
export async function renderRequest(
  task: Pick<BrainTask, "item" | "goal" | "trackedFiles" | "sandbox">,
): Promise<string> {
  if (task.item.kind !== "issue") return await describeItem(task);
  const { title, text } = readRequest(task.item);
  return quoteData(title, await cutToTokens(text, MAX_TOKENS));
}
