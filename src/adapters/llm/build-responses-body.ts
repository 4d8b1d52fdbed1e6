import type { OpenAI } from "openai";
import type { ModelMessage, ModelRequest } from "../../domain/model.ts";
import type { BodyInput } from "./build-chat-body.ts";
import { repairArguments } from "./repair-arguments.ts";

/** Generated from OpenAI's published description, as the type of chat completions is. */
type ResponsesBody = OpenAI.Responses.ResponseCreateParamsNonStreaming;

/** OpenAI takes no lower limit. */
const minOutputTokens = 16;

/**
 * The body of `POST /responses`, for models that are to be had there alone. Nothing is stored at the provider, and the
 * whole conversation goes along each time. There are no seeds. Pure.
 * https://developers.openai.com/api/reference/resources/responses
 */
export function buildResponsesBody(request: ModelRequest, input: BodyInput): ResponsesBody {
  const { capabilities } = input.preset;
  return {
    model: input.model,
    input: request.messages.flatMap(buildItems),
    store: false,
    ...(request.tools.length === 0
      ? {}
      : { tools: request.tools.map((tool) => ({ type: "function", ...tool, strict: false })) }),
    max_output_tokens: Math.max(request.maxOutputTokens, minOutputTokens),
    ...(request.temperature === null || !capabilities.temperature
      ? {}
      : { temperature: request.temperature }),
    ...(request.format === "json" && capabilities.json ? { text: { format: { type: "json_object" } } } : {}),
  };
}

function buildItems(message: ModelMessage): readonly OpenAI.Responses.ResponseInputItem[] {
  switch (message.role) {
    case "system":
    case "user":
      return [{ role: message.role, content: message.content }];
    case "tool":
      return [{ type: "function_call_output", call_id: message.callId, output: message.content }];
    case "assistant":
      return [
        ...(message.content === "" ? [] : [{ role: "assistant", content: message.content } as const]),
        ...message.toolCalls.map(
          (call) =>
            ({
              type: "function_call",
              call_id: call.id,
              name: call.name,
              arguments: repairArguments(call.arguments),
            }) as const,
        ),
      ];
    default:
      return message satisfies never;
  }
}
