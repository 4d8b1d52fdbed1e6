import type {
  ModelFailure,
  ModelMessage,
  ModelReply,
  ModelRequest,
  ModelToolCall,
} from "../../domain/model.ts";
import { type Answered, answerCalls } from "./answer-calls.ts";
import { countRepeats } from "./count-repeats.ts";
import { keepReply } from "./keep-reply.ts";
import { elideStaleResults } from "./prompt/elide-stale-results.ts";
import type { CallOutcome } from "./router/router.ts";
import { fromTextReply, toTextRequest } from "./text-protocol.ts";
import type { ToolOutcome } from "./tools/tool.ts";

/** Replies in a row that call no tool, or none that could be read. */
const MAX_FORMAT_ERRORS = 3;
/** Replies in a row of whose calls every single one was refused. */
const MAX_FRUITLESS = 8;
/** The same call with the same arguments. */
const MAX_REPEATS = 5;
/** Input at which old results are elided, once in a conversation, so that the provider's cache breaks once. */
const ELISION_TOKENS = 24_000;
/** Where a provider counts nothing. */
const CHARS_PER_TOKEN = 4;

type Replied = Extract<CallOutcome, { status: "replied" }>;

/** What a stretch of the conversation came to. All but `finished` end it. */
export type ConversationEnd =
  | { readonly status: "finished"; readonly summary: string; readonly model: string }
  | { readonly status: "gave-up"; readonly reason: string }
  | { readonly status: "limit"; readonly reason: string }
  | { readonly status: "failed"; readonly kind: ModelFailure; readonly reason: string };

/** One turn, for the journal: what the model said, what its calls came to, and the messages that are new. */
export type Turn = {
  /** From 1. */
  readonly turn: number;
  /** "" where the model did not answer. */
  readonly said: string;
  readonly tools: readonly Answered[];
  readonly messages: readonly ModelMessage[];
};

/** What a conversation is made of. */
export type ConversationInput = {
  readonly system: string;
  readonly prompt: string;
  /** All but the messages. */
  readonly request: Omit<ModelRequest, "messages">;
  readonly maxSteps: number;
  call(request: ModelRequest): Promise<CallOutcome>;
  hasTools(): boolean;
  /** Runs one call of a tool; rejects only where the sandbox fails or the campaign is stopped. */
  runTool(call: ModelToolCall): Promise<ToolOutcome>;
  /** Why what the model calls finished is not, for the model; null where it is. */
  findUnfinished(): string | null;
  /** Resolves when the turn is in the journal. */
  onTurn(turn: Turn): Promise<void>;
};

/** A conversation with a model that has tools. */
export type Conversation = {
  /** Goes on until the model says that it is done or cannot go on, or a limit stops it. */
  run(): Promise<ConversationEnd>;
  /** Says something before the next stretch, such as what became of the candidate. */
  tell(text: string): void;
};

/**
 * The loop. Before each call its limits are looked at; tokens, dollars and time are the router's, which asks its budgets.
 * The messages only ever grow, so that provider caches hit, but for one time when old results are elided.
 */
export function openConversation(input: ConversationInput): Conversation {
  const { maxSteps, request } = input;
  let messages: ModelMessage[] = [
    { role: "system", content: input.system },
    { role: "user", content: input.prompt },
  ];
  const ids = new Set<string>();
  const repeats = countRepeats();
  let kept = 0;
  let turns = 0;
  let steps = 0;
  let formatErrors = 0;
  let fruitless = 0;
  let inputTokens = 0;
  let isElided = false;
  let lacksTools = false;

  const run = async (): Promise<ConversationEnd> => {
    for (;;) {
      const limit = findLimit();
      if (limit !== null) return await finish({ status: "limit", reason: limit });
      if (inputTokens >= ELISION_TOKENS) elideOnce();
      steps += 1;
      const heard = await ask();
      if (heard.status !== "replied") return await finish(heard);
      const end = await answer(heard);
      if (end !== null) return end;
    }
  };

  const findLimit = (): string | null => {
    if (steps >= maxSteps) return `the model was asked ${maxSteps} times (brain.llm.maxSteps)`;
    if (formatErrors >= MAX_FORMAT_ERRORS)
      return `${formatErrors} replies in a row called no tool that could be run`;
    if (fruitless >= MAX_FRUITLESS) return `every call of the model's last ${fruitless} replies was refused`;
    const most = repeats.most();
    return most >= MAX_REPEATS ? `the model made the same call ${most} times` : null;
  };

  const elideOnce = (): boolean => {
    if (isElided) return false;
    const elided = elideStaleResults(messages);
    isElided = elided.some((message, index) => message !== messages[index]);
    messages = [...elided];
    return isElided;
  };

  const ask = async (): Promise<Unheard | Heard> => {
    const full = { ...request, messages: [...messages] };
    const isText = lacksTools || !input.hasTools();
    const outcome = await input.call(isText ? toTextRequest(full) : full);
    if (outcome.status === "over-budget") return { status: "limit", reason: outcome.reason };
    if (outcome.status === "failed") {
      const { kind, feature, reason } = outcome;
      if (kind === "unsupported" && feature === "tools" && !isText) lacksTools = true;
      else if (kind !== "too-long") return { status: "failed", kind, reason };
      else if (!elideOnce())
        return { status: "limit", reason: `the conversation is more than the model takes: ${reason}` };
      return await ask();
    }
    inputTokens = outcome.usage?.inputTokens ?? JSON.stringify(messages).length / CHARS_PER_TOKEN;
    return isText
      ? { status: "replied", ...fromTextReply(outcome, full) }
      : { status: "replied", reply: outcome, problem: null };
  };

  const answer = async ({ reply, problem }: Heard): Promise<ConversationEnd | null> => {
    const { maxOutputTokens } = request;
    const { message, calls, dropped } = keepReply(reply, { turn: steps, taken: ids, maxOutputTokens });
    for (const { id } of calls) ids.add(id);
    messages.push(message);
    const tools: Answered[] = [];
    try {
      if (calls.length === 0) {
        formatErrors += 1;
        messages.push({ role: "user", content: problem ?? describeMissingCall(reply) });
        return null;
      }
      formatErrors = 0;
      const end = await answerCalls(
        { calls, dropped },
        {
          ...{ repeats, runTool: input.runTool, findUnfinished: input.findUnfinished },
          onResult: (callId, content, answered) => {
            messages.push({ role: "tool", callId, content });
            if (answered !== null) tools.push(answered);
          },
        },
      );
      fruitless = tools.every(({ outcome }) => outcome.status === "refused") ? fruitless + 1 : 0;
      if (end?.status !== "finished") return end;
      return { status: "finished", summary: end.summary, model: `${reply.provider}/${reply.model}` };
    } finally {
      // Whatever ended it, what was said is in the journal.
      await keep(message.content, tools);
    }
  };

  const keep = async (said: string, tools: readonly Answered[]): Promise<void> => {
    const unkept = messages.slice(kept);
    kept = messages.length;
    turns += 1;
    await input.onTurn({ turn: turns, said, tools, messages: unkept });
  };

  /** What was said to the model last stands in the journal also where it did not answer. */
  const finish = async (end: Unheard): Promise<ConversationEnd> => {
    if (messages.length > kept) await keep("", []);
    return end;
  };

  return {
    run,
    tell: (text) => {
      repeats.forget();
      messages.push({ role: "user", content: text });
    },
  };
}

type Unheard = Extract<ConversationEnd, { status: "limit" | "failed" }>;
type Heard = { readonly status: "replied"; readonly reply: Replied; readonly problem: string | null };

function describeMissingCall({ finish }: Pick<ModelReply & { status: "replied" }, "finish">): string {
  return finish === "length"
    ? "That reply was cut off at its limit of tokens, and nothing of it was run. Be brief, and call one tool."
    : "That called no tool. Call the tool that you need next; finish when the edits are made, or give_up.";
}
