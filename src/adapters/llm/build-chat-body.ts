import type { OpenAI } from "openai";
import type { ModelMessage, ModelRequest, ModelTool } from "../../domain/model.ts";
import type { CallShape } from "./call-shape.ts";
import type { Preset } from "./preset.ts";
import { repairArguments } from "./repair-arguments.ts";
import type { ReturnedFieldStore } from "./returned-fields.ts";

/** What is needed beside the request itself. */
export type BodyInput = {
  readonly preset: Preset;
  readonly model: string;
  readonly shape: CallShape;
  readonly fields: Pick<ReturnedFieldStore, "find">;
};

/** The SDK's type is generated from OpenAI's published description: what does not fit it does not compile. */
type ChatBody = OpenAI.ChatCompletionCreateParamsNonStreaming;

/**
 * The body of `POST /chat/completions`. What the preset's provider does not have is left out without a word. Pure.
 * https://developers.openai.com/api/reference/resources/chat
 */
export function buildChatBody(request: ModelRequest, input: BodyInput): ChatBody {
  const { capabilities } = input.preset;
  return {
    model: input.model,
    messages: request.messages.map((message) => buildMessage(message, input)),
    ...(request.tools.length === 0 ? {} : { tools: request.tools.map(buildTool) }),
    ...(input.shape.outputLimit === "max_tokens"
      ? { max_tokens: request.maxOutputTokens }
      : { max_completion_tokens: request.maxOutputTokens }),
    ...(request.temperature === null || !capabilities.temperature
      ? {}
      : { temperature: request.temperature }),
    ...(request.seed === null || !capabilities.seed ? {} : { seed: request.seed }),
    ...(request.format === "json" && capabilities.json ? { response_format: { type: "json_object" } } : {}),
  };
}

function buildTool({ name, description, parameters }: ModelTool): OpenAI.ChatCompletionFunctionTool {
  return { type: "function", function: { name, description, parameters } };
}

function buildMessage(
  message: ModelMessage,
  { preset, fields }: BodyInput,
): OpenAI.ChatCompletionMessageParam {
  switch (message.role) {
    case "system":
    case "user":
      return { role: message.role, content: message.content };
    case "tool":
      return { role: "tool", tool_call_id: message.callId, content: message.content };
    case "assistant": {
      const { content, toolCalls } = message;
      const kept = fields.find(message);
      // Some providers refuse a message that says nothing.
      if (toolCalls.length === 0)
        return { role: "assistant", content: content === "" ? "(no answer)" : content, ...kept?.message };
      return {
        role: "assistant",
        content: content === "" ? null : content,
        tool_calls: toolCalls.map((call, index) => ({
          id: call.id,
          type: "function",
          function: { name: call.name, arguments: repairArguments(call.arguments) },
          // Where calls stand beside one another, only the first one carries a signature.
          ...(kept === null && index === 0 ? preset.missingReturn : kept?.calls[index]),
        })),
        ...kept?.message,
      };
    }
    default:
      return message satisfies never;
  }
}
