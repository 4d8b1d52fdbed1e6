import type { LoopbackAnswer, SeenRequest } from "./loopback-model.ts";

/** A call of a tool as a chat completion has it. */
export type ChatCall = { readonly name: string; readonly arguments: unknown; readonly id?: string };

let made = 0;

/** The body of a chat completion: 100 tokens in, 10 out. */
export function chat(message: Record<string, unknown>, finish = "stop"): Record<string, unknown> {
  return {
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 1,
    model: "test-model",
    choices: [{ index: 0, message: { role: "assistant", content: null, ...message }, finish_reason: finish }],
    usage: { prompt_tokens: 100, completion_tokens: 10, total_tokens: 110 },
  };
}

/** A completion that calls tools. */
export function chatCalls(...calls: readonly ChatCall[]): Record<string, unknown> {
  const toolCalls = calls.map(({ name, arguments: given, id }) => {
    made += 1;
    const text = typeof given === "string" ? given : JSON.stringify(given);
    return { id: id ?? `call_${made}`, type: "function", function: { name, arguments: text } };
  });
  return chat({ tool_calls: toolCalls }, "tool_calls");
}

/** All that a request says, as text. */
export function readChat({ body }: SeenRequest): string {
  return JSON.stringify(body.messages);
}

/** How many replies the conversation of a request holds already. */
export function countReplies({ body }: SeenRequest): number {
  const messages = Array.isArray(body.messages) ? body.messages : [];
  return messages.filter(({ role }: { readonly role?: unknown }) => role === "assistant").length;
}

/** Sends what a function makes of a request, as JSON unless it is text. */
export function answerChat(answer: (request: SeenRequest) => unknown): LoopbackAnswer {
  return (response, request) => {
    const body = answer(request);
    const isText = typeof body === "string";
    response.writeHead(200, { "content-type": isText ? "text/plain" : "application/json" });
    response.end(isText ? body : JSON.stringify(body));
  };
}

/** The title of the item that a request is about, as its first prompt says. */
export function readItem({ body }: SeenRequest): string {
  const [, prompt] = Array.isArray(body.messages) ? body.messages : [];
  return /## Failing tests\s+`{3,}\s+(\S+)/.exec(String(prompt?.content))?.[1] ?? "";
}

/** What mends a word of a `ModelProject` in one reply. */
export function mendWord(name: string): Record<string, unknown> {
  const edit = { path: `src/${name}.js`, old: '"wrong"', new: '"right"' };
  return chatCalls(
    { name: "edit_file", arguments: edit },
    { name: "finish", arguments: { summary: `say the right word in ${name}` } },
  );
}
