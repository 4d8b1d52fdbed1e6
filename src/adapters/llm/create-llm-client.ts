import type { OpenAI } from "openai";
import { describeError } from "../../domain/errors.ts";
import type { ModelFeature, ModelReply, ModelRequest } from "../../domain/model.ts";
import type { Clock, Llm } from "../../ports.ts";
import { createBoundedFetch } from "./bounded-fetch.ts";
import { buildChatBody } from "./build-chat-body.ts";
import { buildResponsesBody } from "./build-responses-body.ts";
import type { CallFault } from "./call-fault.ts";
import { type CallShape, findOtherShape } from "./call-shape.ts";
import { parseChatReply } from "./parse-chat-reply.ts";
import { parseResponsesReply } from "./parse-responses-reply.ts";
import type { ParsedReply } from "./parsed-reply.ts";
import type { Preset } from "./preset.ts";
import { readFailure } from "./read-failure.ts";
import { createReturnedFieldStore } from "./returned-fields.ts";
import { shortenReason } from "./shorten-reason.ts";
import { toCallFault } from "./to-call-fault.ts";

/** Which model to ask, and where. */
export type LlmClientInput = {
  readonly preset: Preset;
  readonly model: string;
  /** Null: the provider wants none. */
  readonly key: string | null;
  readonly baseUrl: string;
  /** Larger replies are not read. Default 4 MiB: more than any model writes. */
  readonly maxReplyBytes?: number;
};

/** A refusal of the shape is followed by the request in another one; there are three shapes. */
const maxShapes = 3;

/**
 * A model behind an interface like OpenAI's. The SDK is loaded with the first call. A call is one request, save that
 * one which was refused for its shape (`findOtherShape`) is put again in the other shape, which is kept from then on.
 */
export function createLlmClient(input: LlmClientInput, { clock }: { readonly clock: Clock }): Llm {
  const { preset, model, maxReplyBytes = 4 * 1_048_576 } = input;
  const fields = createReturnedFieldStore();
  let shape: CallShape = { api: preset.api, outputLimit: preset.outputLimit };
  let opened: Promise<{ readonly sdk: typeof import("openai"); readonly client: OpenAI }> | undefined;

  async function ask(request: ModelRequest, shape: CallShape): Promise<ParsedReply> {
    opened ??= openSdk(input, maxReplyBytes);
    const loaded = await opened.catch((error: unknown): CallFault => {
      opened = undefined;
      return { cause: "connection", detail: describeError(error), isSent: false };
    });
    if ("cause" in loaded) return { status: "fault", fault: loaded };
    const { sdk, client } = loaded;
    const body = { preset, model, shape, fields };
    const isChat = shape.api === "chat";
    try {
      const answer: unknown = await client.post(isChat ? "/chat/completions" : "/responses", {
        body: isChat ? buildChatBody(request, body) : buildResponsesBody(request, body),
        timeout: request.timeoutMs,
        maxRetries: 0,
        ...(request.signal === undefined ? {} : { signal: request.signal }),
      });
      const callPrefix = `call_${request.messages.length}_`;
      return isChat
        ? parseChatReply(answer, { preset, callPrefix })
        : parseResponsesReply(answer, { callPrefix });
    } catch (error) {
      return { status: "fault", fault: toCallFault(error, sdk) };
    }
  }

  function fail(fault: CallFault, request: ModelRequest, startedMs: number): ModelReply {
    const { timeoutMs } = request;
    const failure = readFailure(fault, { used: listUsed(request), now: clock.now(), timeoutMs });
    const reason = shortenReason(failure.reason, input.key);
    return { status: "failed", ...failure, reason, latencyMs: clock.elapsedMs() - startedMs };
  }

  return {
    provider: preset.provider,
    model,
    async complete(request) {
      const startedMs = clock.elapsedMs();
      if (request.signal?.aborted === true) {
        const reason = "The call was stopped.";
        return {
          status: "failed",
          kind: "aborted",
          reason,
          retryAfterMs: null,
          isBilled: false,
          latencyMs: 0,
        };
      }
      for (let tries = 1; ; tries += 1) {
        const parsed = await ask(request, shape);
        if (parsed.status === "replied") {
          const { reply } = parsed;
          fields.keep({ content: reply.text, toolCalls: reply.toolCalls }, parsed.fields);
          return { ...reply, latencyMs: clock.elapsedMs() - startedMs };
        }
        const { fault } = parsed;
        const other =
          tries < maxShapes && isShapeRefusal(fault) ? findOtherShape(fault.message, shape) : null;
        if (other === null) return fail(fault, request, startedMs);
        shape = other;
      }
    },
  };
}

async function openSdk({ preset, key, baseUrl }: LlmClientInput, maxBytes: number) {
  const sdk = await import("openai");
  const isBearer = preset.keyHeader === "authorization" && key !== null;
  const client = new sdk.OpenAI({
    baseURL: baseUrl,
    // The SDK looks for these in the environment unless it is told that there are none.
    apiKey: key ?? "none",
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    // It logs to the console otherwise, headers too where OPENAI_LOG says so.
    logLevel: "off",
    maxRetries: 0,
    defaultHeaders: {
      ...preset.headers,
      ...(isBearer ? {} : { authorization: null }),
      ...(preset.keyHeader === "api-key" && key !== null ? { "api-key": key } : {}),
    },
    fetch: createBoundedFetch({ maxBytes, headers: ["api-key", ...Object.keys(preset.headers)] }),
  });
  return { sdk, client };
}

function isShapeRefusal(fault: CallFault): fault is Extract<CallFault, { cause: "refused" }> {
  return fault.cause === "refused" && [400, 404, 422].includes(fault.httpStatus);
}

function listUsed(request: ModelRequest): ReadonlySet<ModelFeature> {
  const { tools, temperature, seed, format } = request;
  const used: readonly (ModelFeature | false)[] = [
    tools.length > 0 && "tools",
    temperature !== null && "temperature",
    seed !== null && "seed",
    format === "json" && "json",
  ];
  return new Set(used.filter((feature) => feature !== false));
}
