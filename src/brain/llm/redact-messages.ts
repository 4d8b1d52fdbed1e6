import type { ModelMessage } from "../../domain/model.ts";

/**
 * Makes a function that hides known secrets in messages. A message that was seen before gives the same object again: a
 * conversation goes in whole with every request, and what measures it knows its messages.
 */
export function createMessageRedactor(
  redact: (text: string) => string,
): (message: ModelMessage) => ModelMessage {
  const known = new WeakMap<ModelMessage, ModelMessage>();
  return (message) => {
    const before = known.get(message);
    if (before !== undefined) return before;
    const hidden = redactMessage(message, redact);
    known.set(message, hidden);
    return hidden;
  };
}

function redactMessage(message: ModelMessage, redact: (text: string) => string): ModelMessage {
  if (message.role !== "assistant") return { ...message, content: redact(message.content) };
  const toolCalls = message.toolCalls.map((call) => ({ ...call, arguments: redact(call.arguments) }));
  return { ...message, content: redact(message.content), toolCalls };
}
