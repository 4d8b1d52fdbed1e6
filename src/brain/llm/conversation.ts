import type {
  ModelFailure,
  ModelMessage,
  ModelReply,
  ModelRequest,
  ModelToolCall,
} from "../../domain/model.ts";
import { elideStaleResults } from "./prompt/elide-stale-results.ts";
import type { CallOutcome } from "./router/router.ts";
import { fromTextReply, toTextRequest } from "./text-protocol.ts";
import type { ToolOutcome } from "./tools/tool.ts";

/** Replies in a row that call no tool, or none that could be read. */
const MAX_FORMAT_ERRORS = 3;
/** The same call with the same arguments: the third is not run any more, and this many end it. */
const UNRUN_REPEATS = 3;
const MAX_REPEATS = 5;
/** Calls of one reply that are run; what is beyond them is answered and not run. */
const MAX_CALLS_PER_REPLY = 20;
/** Input at which old results are elided, once in a conversation, so that the provider's cache breaks once. */
const ELISION_TOKENS = 24_000;

type Replied = Extract<CallOutcome, { status: "replied" }>;

/** What a stretch of the conversation came to. All but `finished` end it. */
export type ConversationEnd =
  | { readonly status: "finished"; readonly summary: string; readonly model: string }
  | { readonly status: "gave-up"; readonly reason: string }
  | { readonly status: "limit"; readonly reason: string }
  | { readonly status: "failed"; readonly kind: ModelFailure; readonly reason: string };

/** One turn, for the journal: what the model said, what its calls came to, and the messages that are new. */
export type Turn = {
  readonly turn: number;
  readonly said: string;
  readonly tools: readonly { readonly name: string; readonly outcome: ToolOutcome }[];
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
  let kept = 0;
  let steps = 0;
  let formatErrors = 0;
  let inputTokens = 0;
  let isElided = false;
  let lacksTools = false;
  const repeats = new Map<string, number>();

  const run = async (): Promise<ConversationEnd> => {
    for (;;) {
      const limit = findLimit();
      if (limit !== null) return { status: "limit", reason: limit };
      elideOnce();
      steps += 1;
      const asked = await ask();
      if (asked.status !== "replied") return asked;
      const { reply, problem } = asked;
      messages.push({ role: "assistant", content: reply.text, toolCalls: reply.toolCalls });
      const { end, tools } = await answer(reply, problem);
      await input.onTurn({ turn: steps, said: reply.text, tools, messages: messages.slice(kept) });
      kept = messages.length;
      if (end !== null) return end;
    }
  };

  const findLimit = (): string | null => {
    if (steps >= maxSteps) return `the model was asked ${maxSteps} times (brain.llm.maxSteps)`;
    if (formatErrors >= MAX_FORMAT_ERRORS)
      return `${formatErrors} replies in a row called no tool that could be run`;
    const most = Math.max(0, ...repeats.values());
    return most >= MAX_REPEATS ? `the model made the same call ${most} times` : null;
  };

  const elideOnce = (): void => {
    if (isElided || inputTokens < ELISION_TOKENS) return;
    messages = [...elideStaleResults(messages)];
    isElided = true;
  };

  const ask = async (): Promise<Exclude<ConversationEnd, { status: "finished" }> | Heard> => {
    const full = { ...request, messages };
    const isText = lacksTools || !input.hasTools();
    const outcome = await input.call(isText ? toTextRequest(full) : full);
    if (outcome.status === "over-budget") return { status: "limit", reason: outcome.reason };
    if (outcome.status === "failed") {
      const { kind, feature, reason } = outcome;
      if (kind !== "unsupported" || feature !== "tools" || isText) return { status: "failed", kind, reason };
      lacksTools = true;
      return ask();
    }
    inputTokens = outcome.usage?.inputTokens ?? inputTokens;
    return isText
      ? { status: "replied", ...fromTextReply(outcome, full) }
      : { status: "replied", reply: outcome, problem: null };
  };

  /** Runs the calls of a reply in their order and answers every one of them: providers demand it. */
  const answer = async (reply: Replied, problem: string | null) => {
    const tools: { name: string; outcome: ToolOutcome }[] = [];
    if (reply.toolCalls.length === 0 || reply.finish === "length") {
      formatErrors += 1;
      for (const { id } of reply.toolCalls) addResult(id, "It was not run: the reply was cut off.");
      messages.push({ role: "user", content: problem ?? describeMissingCall(reply) });
      return { end: null, tools };
    }
    formatErrors = 0;
    let end: ConversationEnd | null = null;
    let refused = "";
    for (const [index, call] of reply.toolCalls.entries()) {
      if (end !== null || index >= MAX_CALLS_PER_REPLY) {
        addResult(
          call.id,
          end === null ? `It was not run: at most ${MAX_CALLS_PER_REPLY} calls at once.` : "It was not run.",
        );
        continue;
      }
      const outcome = await runOnce(call, refused);
      tools.push({ name: call.name, outcome });
      if (outcome.status === "refused") refused = call.name;
      addResult(call.id, describeOutcome(outcome));
      end = readEnd(outcome, `${reply.provider}/${reply.model}`);
    }
    return { end, tools };
  };

  const runOnce = async (call: ModelToolCall, refusedBefore: string): Promise<ToolOutcome> => {
    const key = JSON.stringify([call.name, call.arguments]);
    const count = (repeats.get(key) ?? 0) + 1;
    repeats.set(key, count);
    if (count >= UNRUN_REPEATS)
      return refuse(
        `It was not run: this is the same call for the ${count}th time. Do something else, or call give_up.`,
      );
    const outcome = await input.runTool(call);
    // What changed the files makes every question new.
    if (outcome.status === "done" && isEdit(call.name))
      for (const known of repeats.keys()) if (known !== key) repeats.delete(known);
    if (outcome.status !== "finished") return outcome;
    if (refusedBefore !== "")
      return refuse(`Not finished yet: ${refusedBefore} in the same reply was refused.`);
    const unfinished = input.findUnfinished();
    return unfinished === null ? outcome : refuse(unfinished);
  };

  const addResult = (callId: string, content: string): void => {
    messages.push({ role: "tool", callId, content });
  };

  return {
    run,
    tell: (text) => {
      repeats.clear();
      messages.push({ role: "user", content: text });
    },
  };
}

type Heard = { readonly status: "replied"; readonly reply: Replied; readonly problem: string | null };

function isEdit(name: string): boolean {
  return name === "edit_file" || name === "create_file";
}

function describeMissingCall({ finish }: Pick<ModelReply & { status: "replied" }, "finish">): string {
  return finish === "length"
    ? "That reply was cut off at its limit of tokens, and nothing of it was run. Be brief, and call one tool."
    : "That called no tool. Call the tool that you need next; finish when the edits are made, or give_up.";
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

function readEnd(outcome: ToolOutcome, model: string): ConversationEnd | null {
  if (outcome.status === "finished") return { status: "finished", summary: outcome.summary, model };
  return outcome.status === "gave-up" ? outcome : null;
}

function refuse(text: string): ToolOutcome {
  return { status: "refused", text };
}
