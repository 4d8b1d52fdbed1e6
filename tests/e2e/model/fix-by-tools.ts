import type { ChatCompletionRequest, ChatMessage } from "@copilotkit/aimock";
import type { Fix } from "./night-market-fixes.ts";
import type { Said } from "./open-scripted-model.ts";

/** Calls of one reply after the other, as a model makes them that knows the fix: it looks, edits, tries and finishes. */
export function stepsOf(fix: Fix): readonly Said[] {
  return [
    call("read_file", { path: fix.file }),
    call("edit_file", { path: fix.file, old: fix.old, new: fix.new }),
    call("run_gate", { name: fix.gate }),
    call("finish", { summary: fix.summary }),
  ];
}

/** What a model says next that has tools: the steps of a round, one a reply. A round begins when it is told something. */
export function sayNext(request: ChatCompletionRequest, rounds: readonly (readonly Said[])[]): Said {
  const { messages } = request;
  const round = messages.filter(({ role }) => role === "user").length - 1;
  const since = messages.slice(messages.findLastIndex(({ role }) => role === "user"));
  const step = since.filter(({ role }) => role === "assistant").length;
  const said = rounds[round]?.[step];
  if (said === undefined) {
    const heard = since.filter(({ role }) => role !== "assistant").map(textOf);
    throw new Error(`round ${round} has no step ${step}; it heard:\n${heard.join("\n---\n")}`);
  }
  return said;
}

/** What a request says of the item: its first message by the user. */
export function promptOf({ messages }: ChatCompletionRequest): string {
  return textOf(messages.find(({ role }) => role === "user"));
}

export function call(name: string, values: object): Said {
  return { toolCalls: [{ name, arguments: values }] };
}

function textOf(message: ChatMessage | undefined): string {
  return typeof message?.content === "string" ? message.content : JSON.stringify(message?.content ?? "");
}
