import type { ChatCompletionRequest } from "@copilotkit/aimock";
import type { Fix } from "./night-market-fixes.ts";

/** What a model answers that is asked something by a method; `fix` is of the bug that the question is about. */
export function answerQuestion({ messages }: ChatCompletionRequest, fix: Fix | null): object {
  const system = String(messages.find(({ role }) => role === "system")?.content);
  const kind = Object.keys(answers).find((word) => system.includes(word));
  if (kind === undefined) throw new Error(`a question that the script does not know: ${system}`);
  return answers[kind]?.(fix) ?? {};
}

/** By words of the question. */
const answers: Readonly<Record<string, (fix: Fix | null) => object>> = {
  "You are the architect": (fix) => ({
    title: fix?.summary ?? "nothing to plan",
    files: fix === null ? [] : [fix.file],
    risk: "low",
    steps: fix === null ? [] : [`replace ${fix.old} by ${fix.new}`],
  }),
  "You review a candidate": () => ({ approved: true, score: 9, findings: [] }),
  "You write one small test": (fix) => ({
    tests: fix?.test ? [fix.test] : [],
    why: fix?.test ? "it shows the bug once more" : "no test can show it",
  }),
  "You attack a candidate": (fix) => ({ tests: fix?.careless?.attack ?? "" }),
  "You check a test": () => ({ sameReason: true, reason: "it shows what is described" }),
};
