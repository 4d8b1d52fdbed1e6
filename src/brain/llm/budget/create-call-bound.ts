import { digest } from "../../../domain/digest.ts";
import type { ModelMessage, ModelReply, ModelRequest, ModelTool, ModelUsage } from "../../../domain/model.ts";

/** Tokens that a chat template puts around a message or a tool, at most. */
const TOKENS_AROUND_PART = 32;
/** What a provider puts before a request of its own: its template, and how to call tools. */
const TOKENS_AROUND_REQUEST = 1024;
/** How many requests are remembered: some conversations run side by side. */
const MAX_REMEMBERED = 16;
const MAX_REPLIES = 1000;
/** Of text and code, by the usual tokenizers. */
const BYTES_PER_TOKEN = 4;

/** The most tokens that a request can take. */
export type CallWorst = { readonly inputTokens: number; readonly outputTokens: number };

/** Bounds the requests of one model, and learns from what its provider counted. */
export type CallBound = {
  bound(request: ModelRequest): CallWorst;
  /** About how many tokens go in: what the provider counted, and the usual length of what is new. No bound. */
  estimateInput(request: ModelRequest): number;
  learn(request: ModelRequest, reply: Replied, usage: ModelUsage): void;
};

type Replied = Extract<ModelReply, { status: "replied" }>;
type AssistantMessage = Extract<ModelMessage, { role: "assistant" }>;
type Part = { readonly key: string; readonly tokens: number };
type Remembered = { readonly keys: ReadonlyMap<string, number>; readonly inputTokens: number };

/**
 * Bounds tokens from above whatever the tokenizer: a token is at least a byte of the text. What the provider has
 * counted once is known: a request that goes on from an earlier one takes at most what that one took and the bytes of
 * what is new. Where counts do not agree with one another, bytes alone are the bound from then on; a model that goes
 * beyond these, or beyond the output that was allowed, is bounded higher by as much.
 */
export function createCallBound(): CallBound {
  const remembered: Remembered[] = [];
  const replies = new Map<string, number>();
  let isConsistent = true;
  let inputOverrun = 1;
  let outputOverrun = 1;

  // A conversation goes on with the messages that it has: each is measured once.
  const measured = new WeakMap<object, Part>();
  const measure = (part: ModelMessage | ModelTool): Part => {
    const text = JSON.stringify(part);
    const now = { key: digest(text), tokens: countMost(text) + TOKENS_AROUND_PART };
    measured.set(part, now);
    return now;
  };

  const listParts = ({ messages, tools }: ModelRequest): readonly Part[] =>
    [...messages, ...tools].map((part) => {
      const { key, tokens } = measured.get(part) ?? measure(part);
      const reasoned = "role" in part && part.role === "assistant" ? (replies.get(nameReply(part)) ?? 0) : 0;
      return { key, tokens: Math.max(tokens, reasoned) };
    });
  const boundInput = (parts: readonly Part[]): number =>
    Math.min(...[nothing, ...remembered].map((known) => boundAfter(parts, known)));

  return {
    bound: (request) => ({
      inputTokens: Math.ceil(boundInput(listParts(request)) * inputOverrun),
      outputTokens: Math.ceil(request.maxOutputTokens * outputOverrun),
    }),
    estimateInput: (request) => {
      const parts = listParts(request);
      // What the provider counted of another request says nothing of the parts that both have.
      const own = remembered.filter((known) => isWithin(known, parts));
      const known = [unseen, ...own].reduce((best, one) =>
        countNew(parts, one) < countNew(parts, best) ? one : best,
      );
      return Math.ceil(known.inputTokens + countNew(parts, known) / BYTES_PER_TOKEN);
    },
    learn: (request, { text, toolCalls }, { inputTokens, outputTokens }) => {
      const parts = listParts(request);
      if (inputTokens > boundInput(parts)) isConsistent = false;
      inputOverrun = Math.max(inputOverrun, inputTokens / boundAfter(parts, nothing));
      outputOverrun = Math.max(outputOverrun, outputTokens / Math.max(1, request.maxOutputTokens));
      // Hidden reasoning counts as output, and goes in again with its reply where a provider wants it back.
      keepNewest(replies, nameReply({ content: text, toolCalls }), outputTokens);
      remembered.push({ keys: countKeys(parts), inputTokens: inputTokens + TOKENS_AROUND_PART });
      if (!isConsistent) remembered.length = 0;
      if (remembered.length > MAX_REMEMBERED) remembered.shift();
    },
  };
}

const nothing: Remembered = { keys: new Map(), inputTokens: TOKENS_AROUND_REQUEST };

const unseen: Remembered = { keys: new Map(), inputTokens: 0 };

function isWithin({ keys }: Remembered, parts: readonly Part[]): boolean {
  const there = countKeys(parts);
  return [...keys].every(([key, count]) => (there.get(key) ?? 0) >= count);
}

/** What an earlier request took, and all that was not in it. */
function boundAfter(parts: readonly Part[], known: Remembered): number {
  return known.inputTokens + countNew(parts, known);
}

function countNew(parts: readonly Part[], known: Remembered): number {
  const left = new Map(known.keys);
  return parts.reduce((sum, { key, tokens }) => {
    const copies = left.get(key) ?? 0;
    left.set(key, copies - 1);
    return copies > 0 ? sum : sum + tokens;
  }, 0);
}

function countKeys(parts: readonly Part[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { key } of parts) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Some tokenizers normalise first, which can make a text longer (Unicode annex 15, NFKC). */
function countMost(text: string): number {
  return Math.max(Buffer.byteLength(text), Buffer.byteLength(text.normalize("NFKC")));
}

function nameReply({ content, toolCalls }: Pick<AssistantMessage, "content" | "toolCalls">): string {
  return digest(content, ...toolCalls.map(({ id }) => id));
}

function keepNewest(replies: Map<string, number>, name: string, tokens: number): void {
  replies.set(name, tokens);
  const [oldest] = replies.keys();
  if (replies.size > MAX_REPLIES && oldest !== undefined) replies.delete(oldest);
}
