import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { performance } from "node:perf_hooks";
import type { FixStep } from "./fix-script.ts";

/** One request as it came. */
export type SeenCall = {
  readonly bytes: number;
  /** What the model is told: messages and tools, as JSON. */
  readonly told: string;
  readonly cameMs: number;
  readonly answeredMs: number;
};

/** An endpoint on loopback that plays a fix, at chat completions and at Responses. */
export type Endpoint = AsyncDisposable & { readonly baseUrl: string; readonly calls: readonly SeenCall[] };

type Body = {
  readonly messages?: readonly { readonly role: string }[];
  readonly input?: readonly { readonly type?: string }[];
  readonly instructions?: string;
  readonly tools?: unknown;
};

const usage = { input: 1000, output: 50 };

/** Starts it. The step is what comes after the calls that the request tells of, so that it can be asked again. */
export async function openEndpoint(
  steps: readonly FixStep[],
  onCall: (event: "came" | "answered") => void,
): Promise<Endpoint> {
  const calls: SeenCall[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const isChat = request.url?.endsWith("/chat/completions") === true;
    if (!isChat && request.url?.endsWith("/responses") !== true)
      return void response.writeHead(404).end("{}");
    onCall("came");
    const cameMs = performance.now();
    const text = Buffer.concat(chunks);
    const { messages, input, instructions, tools } = JSON.parse(text.toString()) as Body;
    const at = isChat
      ? messages?.filter(({ role }) => role === "assistant").length
      : input?.filter(({ type }) => type === "function_call").length;
    const step = steps[at ?? 0] ?? { said: "Done." };
    if (isChat) answerChat(response, step, calls.length);
    else answerResponses(response, step, calls.length);
    const told = JSON.stringify({ messages, input, instructions, tools });
    calls.push({ bytes: text.length, told, cameMs, answeredMs: performance.now() });
    onCall("answered");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    calls,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answerChat(response: ServerResponse, step: FixStep, at: number): void {
  const message =
    "said" in step
      ? { role: "assistant", content: step.said }
      : { role: "assistant", content: null, tool_calls: [describeCall(step, at)] };
  const finish = "said" in step ? "stop" : "tool_calls";
  response.writeHead(200, { "content-type": "application/json" }).end(
    JSON.stringify({
      ...{ id: `chatcmpl-${at}`, object: "chat.completion", created: 1, model: "bench" },
      choices: [{ index: 0, message, finish_reason: finish }],
      usage: {
        prompt_tokens: usage.input,
        completion_tokens: usage.output,
        total_tokens: usage.input + usage.output,
      },
    }),
  );
}

function describeCall(step: Extract<FixStep, { tool: string }>, at: number) {
  const call = { name: step.tool, arguments: JSON.stringify(step.arguments) };
  return { id: `call_${at}`, type: "function", function: call };
}

/** A stream with the events that carry something; https://developers.openai.com/api/reference/resources/responses */
function answerResponses(response: ServerResponse, step: FixStep, at: number): void {
  const item =
    "said" in step
      ? {
          ...{ type: "message", role: "assistant", id: `msg_${at}` },
          content: [{ type: "output_text", text: step.said, annotations: [] }],
        }
      : {
          ...{ type: "function_call", id: `fc_${at}`, call_id: `call_${at}`, name: step.tool },
          arguments: JSON.stringify(step.arguments),
        };
  const total = {
    ...{ input_tokens: usage.input, output_tokens: usage.output, total_tokens: usage.input + usage.output },
    ...{ input_tokens_details: { cached_tokens: 0 }, output_tokens_details: { reasoning_tokens: 0 } },
  };
  const events = [
    { type: "response.created", response: { id: `resp_${at}` } },
    { type: "response.output_item.done", output_index: 0, item },
    { type: "response.completed", response: { id: `resp_${at}`, usage: total } },
  ];
  const stream = events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join("");
  response.writeHead(200, { "content-type": "text/event-stream" }).end(stream);
}
