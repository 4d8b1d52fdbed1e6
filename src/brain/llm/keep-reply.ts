import type { ModelMessage, ModelReply, ModelToolCall } from "../../domain/model.ts";
import { keepRaw } from "./replies/keep-raw.ts";

/** Calls of one reply that are run. */
const MAX_CALLS = 20;
/** No model writes more for one of its tokens; what is longer is no honest reply. */
const CHARS_PER_TOKEN = 8;
const MAX_ID_CHARS = 64;
const MAX_NAME_CHARS = 64;

type Replied = Pick<Extract<ModelReply, { status: "replied" }>, "text" | "toolCalls" | "finish">;

/** A reply as the conversation goes on with it. */
export type KeptReply = {
  /** What the model is shown of it from now on; providers take it back as it is. */
  readonly message: Extract<ModelMessage, { role: "assistant" }>;
  /** The calls to run, as they were written, by the ids of the message. Each of them has to be answered. */
  readonly calls: readonly ModelToolCall[];
  /** How many more there were; they are not run, and stand in no message. */
  readonly dropped: number;
};

/**
 * Bounds a reply, since all of it goes in again with every request: calls of a reply that was cut off are not kept, nor
 * those beyond the first ones, nor arguments and words longer than the tokens that were allowed. Ids are unique in the
 * conversation and names are such as every provider accepts; what needs no change is not changed, since some providers
 * know their replies by their content. Pure.
 */
export function keepReply(
  reply: Replied,
  {
    turn,
    taken,
    maxOutputTokens,
  }: {
    readonly turn: number;
    /** Ids of all calls before. */
    readonly taken: ReadonlySet<string>;
    readonly maxOutputTokens: number;
  },
): KeptReply {
  if (reply.finish === "length") {
    const message = { role: "assistant", content: keepRaw(reply.text), toolCalls: [] } as const;
    return { message, calls: [], dropped: reply.toolCalls.length };
  }
  const maxChars = CHARS_PER_TOKEN * maxOutputTokens;
  const used = new Set(taken);
  const calls = reply.toolCalls.slice(0, MAX_CALLS).map((call, index) => {
    const id = findId(call.id, `call_${turn}_${index}`, used);
    used.add(id);
    return { ...call, id };
  });
  const content = reply.text.length > maxChars ? keepRaw(reply.text) : reply.text;
  const toolCalls = calls.map((call) => ({
    id: call.id,
    name: call.name.replaceAll(/[^a-zA-Z0-9_-]/g, "_").slice(0, MAX_NAME_CHARS) || "unnamed",
    arguments: call.arguments.length > maxChars ? describeLength(call.arguments) : call.arguments,
  }));
  const message = { role: "assistant", content, toolCalls } as const;
  return { message, calls, dropped: reply.toolCalls.length - calls.length };
}

function findId(given: string, own: string, used: ReadonlySet<string>): string {
  let id = given === "" || given.length > MAX_ID_CHARS || used.has(given) ? own : given;
  while (used.has(id)) id += "_";
  return id;
}

function describeLength(text: string): string {
  return JSON.stringify({ left_out: `${text.length} characters` });
}
