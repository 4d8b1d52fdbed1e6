import type { ModelToolCall } from "../../domain/model.ts";
import type { Repeats } from "./count-repeats.ts";
import type { ToolOutcome } from "./tools/tool.ts";

/** The same call with the same arguments is not run any more from this time on. */
const UNRUN_REPEATS = 3;

const editTools: ReadonlySet<string> = new Set(["edit_file", "create_file"]);

/** A call that was run or refused, and what it came to. */
export type Answered = { readonly name: string; readonly outcome: ToolOutcome };

/** What answering the calls of a reply takes. */
export type AnswerDeps = {
  readonly repeats: Repeats;
  /** See `ConversationInput`. */
  runTool(call: ModelToolCall): Promise<ToolOutcome>;
  findUnfinished(): string | null;
  /** Takes the answer to a call, in the order of the calls. */
  onResult(callId: string, text: string, answered: Answered | null): void;
};

/**
 * Runs the calls of one reply in their order and answers every one of them, since providers demand it. What comes behind
 * an end is not run, and a finish beside a call that was refused is none. Gives the outcome that ends the conversation's
 * stretch, or null.
 */
export async function answerCalls(
  { calls, dropped }: { readonly calls: readonly ModelToolCall[]; readonly dropped: number },
  deps: AnswerDeps,
): Promise<Extract<ToolOutcome, { status: "finished" | "gave-up" }> | null> {
  let end: Extract<ToolOutcome, { status: "finished" | "gave-up" }> | null = null;
  let refused = "";
  for (const [index, call] of calls.entries()) {
    if (end !== null) {
      deps.onResult(call.id, "It was not run: it comes behind the end.", null);
      continue;
    }
    const outcome = await runOnce(call, refused, deps);
    if (outcome.status === "refused") refused = call.name;
    if (outcome.status === "finished" || outcome.status === "gave-up") end = outcome;
    const note =
      dropped > 0 && index === calls.length - 1
        ? `\n${dropped} more calls of this reply were not run: at most ${calls.length} at once.`
        : "";
    deps.onResult(call.id, describeOutcome(outcome) + note, { name: call.name, outcome });
  }
  return end;
}

async function runOnce(
  call: ModelToolCall,
  refusedBefore: string,
  { repeats, runTool, findUnfinished }: AnswerDeps,
): Promise<ToolOutcome> {
  const count = repeats.count(call);
  if (count >= UNRUN_REPEATS)
    return refuse(
      `It was not run: this is the same call for the ${count}th time. Do something else, or call give_up.`,
    );
  const outcome = await runTool(call);
  if (outcome.status === "done" && editTools.has(call.name)) repeats.forget(call);
  if (outcome.status !== "finished") return outcome;
  if (refusedBefore !== "")
    return refuse(`Not finished yet: ${refusedBefore} in the same reply was refused.`);
  const unfinished = findUnfinished();
  return unfinished === null ? outcome : refuse(unfinished);
}

function describeOutcome(outcome: ToolOutcome): string {
  switch (outcome.status) {
    case "done":
    case "refused":
      return outcome.text;
    case "finished":
      return "The candidate goes to policy and gates now.";
    case "gave-up":
      return "Noted.";
    default:
      return outcome satisfies never;
  }
}

function refuse(text: string): ToolOutcome {
  return { status: "refused", text };
}
