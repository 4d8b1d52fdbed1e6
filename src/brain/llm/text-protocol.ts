import type { ModelMessage, ModelReply, ModelRequest, ModelToolCall } from "../../domain/model.ts";
import { keepRaw } from "./replies/keep-raw.ts";
import { parseTextCalls, type TextCalls } from "./text-protocol-calls.ts";
import { renderTextTools } from "./text-protocol-tools.ts";

/** Ids of calls that were written in text: what they say stands in their message already. */
const idPrefix = "text-";

/**
 * A request for a model without tool calls of its own that means the same: the tools in the system prompt, calls as
 * blocks in what the model said, results in messages of the user. A conversation that grew gives the same beginning, so
 * that provider caches hit.
 */
export function toTextRequest(request: ModelRequest): ModelRequest {
  const names = new Map<string, string>();
  for (const message of request.messages)
    if (message.role === "assistant") for (const { id, name } of message.toolCalls) names.set(id, name);
  const messages: ModelMessage[] = [];
  for (const message of request.messages.map((one) => asText(one, names))) {
    const last = messages.at(-1);
    // Many models take turns strictly: what follows a reply is one message.
    if (last?.role === "user" && message.role === "user")
      messages[messages.length - 1] = { role: "user", content: `${last.content}\n\n${message.content}` };
    else messages.push(message);
  }
  return { ...request, tools: [], messages: withTools(messages, request.tools) };
}

/** What the protocol changes of a reply; whatever else it has stays. */
type Spoken = Pick<Extract<ModelReply, { status: "replied" }>, "text" | "toolCalls" | "finish">;

/** A reply with its calls beside its text. `problem` is for the model, where nothing of what it wrote is to be run. */
export type TextReply<Reply> = { readonly reply: Reply; readonly problem: string | null };

/**
 * A reply to such a request as a model with tool calls would give it; the ids of its calls are new in the conversation.
 * One that was cut off, or whose blocks cannot be read, calls nothing. `request` is the one with the tools.
 */
export function fromTextReply<Reply extends Spoken>(
  reply: Reply,
  request: Pick<ModelRequest, "messages" | "tools">,
): TextReply<Reply> {
  if (reply.finish === "refusal") return { reply, problem: null };
  const parsed: TextCalls =
    reply.finish === "length"
      ? { status: "unusable", said: reply.text, reason: "the reply was cut off at its limit of tokens" }
      : parseTextCalls(reply.text, request.tools);
  if (parsed.status === "unusable") {
    const problem = `Nothing of that was run: ${parsed.reason}. Write one call in one tool block, shorter.`;
    return { reply: { ...reply, text: keepRaw(parsed.said), toolCalls: [] }, problem };
  }
  const turn = request.messages.length;
  const toolCalls = parsed.calls.map((call, index) => ({ ...call, id: `${idPrefix}${turn}-${index + 1}` }));
  const finish = toolCalls.length > 0 ? "tools" : "stop";
  return { reply: { ...reply, text: parsed.said, toolCalls, finish }, problem: null };
}

function asText(message: ModelMessage, names: ReadonlyMap<string, string>): ModelMessage {
  switch (message.role) {
    case "system":
    case "user":
      return message;
    case "tool":
      return { role: "user", content: renderResult(names.get(message.callId) ?? "tool", message.content) };
    case "assistant": {
      const calls = message.toolCalls.filter(({ id }) => !id.startsWith(idPrefix)).map(renderCall);
      const content = [message.content, ...calls].filter((part) => part !== "").join("\n");
      // Some providers take no message without content.
      return { role: "assistant", content: content === "" ? "(nothing)" : content, toolCalls: [] };
    }
    default:
      return message satisfies never;
  }
}

function renderCall({ name, arguments: given }: ModelToolCall): string {
  return `\`\`\`tool\n{"name": ${JSON.stringify(name)}, "arguments": ${given === "" ? "{}" : given}}\n\`\`\``;
}

/** The fence is longer than any in the result, so that nothing in it can end it. */
function renderResult(name: string, content: string): string {
  let longest = 2;
  for (const [fence] of content.matchAll(/`{3,}/g)) longest = Math.max(longest, fence.length);
  const fence = "`".repeat(longest + 1);
  return `${fence}result ${name}\n${content}\n${fence}`;
}

function withTools(messages: readonly ModelMessage[], tools: ModelRequest["tools"]): readonly ModelMessage[] {
  if (tools.length === 0) return messages;
  const [first, ...others] = messages;
  const rendered = renderTextTools(tools);
  return first?.role === "system"
    ? [{ role: "system", content: `${first.content}\n\n${rendered}` }, ...others]
    : [{ role: "system", content: rendered }, ...messages];
}
