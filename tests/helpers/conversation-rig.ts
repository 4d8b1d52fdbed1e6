import { createMeter } from "../../src/brain/llm/budget/create-meter.ts";
import { type ConversationEnd, openConversation, type Turn } from "../../src/brain/llm/conversation.ts";
import type { ToolOutcome } from "../../src/brain/llm/tools/tool.ts";
import type { ModelMessage, ModelReply, ModelRequest, ModelToolCall } from "../../src/domain/model.ts";
import { createRouterRig, plainRequest, routed } from "./router-rig.ts";
import { createScriptedLlm, replied } from "./scripted-llm.ts";

/** A model's side: replies in order, the last one again and again. */
export type Script = Parameters<typeof createScriptedLlm>[0];

/** A call of a tool. Each has an id of its own unless one is given. */
export function toolCall(name: string, given: unknown = {}, id = nextId()): ModelToolCall {
  return { id, name, arguments: typeof given === "string" ? given : JSON.stringify(given) };
}

let calls = 0;
function nextId(): string {
  calls += 1;
  return `c${calls}`;
}

/** A reply that calls these tools. */
export function calling(...toolCalls: readonly ModelToolCall[]): Extract<ModelReply, { status: "replied" }> {
  return replied({ text: "", toolCalls, finish: "tools" });
}

/** What the tools of the rig come to: `look` is done, `refuse` is refused, `finish` and `give_up` are themselves. */
const outcomes: Readonly<Record<string, (call: ModelToolCall) => ToolOutcome>> = {
  look: ({ arguments: given }) => ({ status: "done", text: `seen ${given.slice(0, 100)}` }),
  edit_file: () => ({ status: "done", text: "edited" }),
  refuse: () => ({ status: "refused", text: "no" }),
  finish: () => ({ status: "finished", summary: "mend it" }),
  give_up: () => ({ status: "gave-up", reason: "too hard" }),
};

/** A conversation with a scripted model through the real router, and all that came of it. */
export function openConversationRig(
  script: Script,
  options: {
    readonly maxSteps?: number;
    readonly unfinished?: string | null;
    readonly hasTools?: boolean;
    readonly contextTokens?: number;
    readonly maxOutputTokens?: number;
    /** The item's budget. */
    readonly tokens?: number;
    readonly runTool?: (call: ModelToolCall) => Promise<ToolOutcome>;
    readonly onTurn?: (turn: Turn) => Promise<void>;
  } = {},
) {
  const llm = createScriptedLlm(script);
  const { contextTokens = null, hasTools: tools = true } = options;
  const capabilities = { tools, temperature: true, seed: true, json: true };
  const rig = createRouterRig([routed(llm, { contextTokens, capabilities })]);
  const limits = { tokens: options.tokens ?? null, costUsd: null, minutes: null };
  const spent = { tokens: 0, costUsd: 0, elapsedMs: 0 };
  const meters = [createMeter({ scope: "item", limits, spent }, rig.time.clock)];
  const turns: Turn[] = [];
  const run: ModelToolCall[] = [];
  const conversation = openConversation({
    system: "You mend things.",
    prompt: "Mend this.",
    request: {
      ...plainRequest,
      tools: Object.keys(outcomes).map((name) => ({
        name,
        description: name,
        parameters: { type: "object" },
      })),
      maxOutputTokens: options.maxOutputTokens ?? 500,
    },
    maxSteps: options.maxSteps ?? 40,
    call: (request: ModelRequest) => rig.call({ request, meters }),
    hasTools: () => rig.router.hasTools({ purpose: "edit", itemKind: null }),
    runTool: async (call) => {
      run.push(call);
      if (options.runTool !== undefined) return await options.runTool(call);
      return outcomes[call.name]?.(call) ?? { status: "refused", text: `there is no ${call.name}` };
    },
    findUnfinished: () => options.unfinished ?? null,
    onTurn: async (turn) => {
      turns.push(turn);
      await options.onTurn?.(turn);
    },
  });
  return {
    ...{ rig, turns, run, conversation },
    /** What went to the model, one list for each request. */
    sent: (): readonly (readonly ModelMessage[])[] => llm.requests.map(({ messages }) => messages),
    requests: llm.requests,
    start: (): Promise<ConversationEnd> => conversation.run(),
  };
}

/** What is wrong with the order of messages for providers: calls without an answer, answers without a call, ids twice. */
export function findUnanswered(messages: readonly ModelMessage[]): readonly string[] {
  const problems: string[] = [];
  const seen = new Set<string>();
  let open: string[] = [];
  for (const message of messages) {
    if (message.role === "tool") {
      if (open[0] !== message.callId) problems.push(`an answer to ${message.callId}, not ${open[0]}`);
      open = open.slice(1);
      continue;
    }
    if (open.length > 0) problems.push(`no answer to ${open.join(", ")}`);
    open = message.role === "assistant" ? message.toolCalls.map(({ id }) => id) : [];
    for (const id of open) {
      if (seen.has(id) || id === "") problems.push(`the id "${id}" again`);
      seen.add(id);
    }
  }
  return open.length > 0 ? [...problems, `no answer to ${open.join(", ")}`] : problems;
}
