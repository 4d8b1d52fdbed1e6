import { z } from "zod";
import { describeUnreadable } from "./describe-unreadable.ts";
import { nameCalls } from "./name-calls.ts";
import { parseBodyFault } from "./parse-body-fault.ts";
import { parseUsage } from "./parse-usage.ts";
import type { ParsedReply } from "./parsed-reply.ts";
import type { Preset } from "./preset.ts";
import { readContent } from "./read-content.ts";
import { pickReturnedFields } from "./returned-fields.ts";

const text = z.string().catch("");
const json = z
  .unknown()
  .optional()
  .transform((value) => {
    if (typeof value === "string") return value;
    return value === undefined || value === null ? "" : JSON.stringify(value);
  });
const functionSchema = z.object({ name: text, arguments: json });
const callSchema = z
  .looseObject({ id: text, function: functionSchema.catch({ name: "", arguments: "" }) })
  .catch({ id: "", function: { name: "", arguments: "" } });

const messageSchema = z.looseObject({
  content: z.unknown().optional(),
  refusal: text,
  tool_calls: z.array(callSchema).nullish().catch(null),
  /** What calls were called before there were tools; some servers still answer so. */
  function_call: functionSchema.nullish().catch(null),
});
const choiceSchema = z.looseObject({ message: messageSchema, finish_reason: text });
const replySchema = z.looseObject({
  choices: z.array(z.unknown()),
  usage: z.unknown().optional(),
  prompt_filter_results: z.unknown().optional(),
});

/**
 * Reads what `POST /chat/completions` answered. Missing or repeated ids of calls get names of ours, which begin with
 * `callPrefix` and are unique in a conversation if that is. Pure.
 */
export function parseChatReply(
  body: unknown,
  { preset, callPrefix }: { readonly preset: Preset; readonly callPrefix: string },
): ParsedReply {
  const fault = parseBodyFault(body);
  if (fault !== null) return { status: "fault", fault };
  const parsed = replySchema.safeParse(body);
  if (!parsed.success)
    return { status: "fault", fault: { cause: "unreadable", detail: describeUnreadable(body) } };
  const { choices, usage, prompt_filter_results: filter } = parsed.data;
  const choice = choiceSchema.safeParse(choices[0]);
  if (!choice.success) {
    const isFiltered = filter !== undefined && /"filtered":\s*true/.test(JSON.stringify(filter));
    const reply = { text: "", toolCalls: [], finish: "refusal", usage: parseUsage(usage) } as const;
    if (isFiltered)
      return {
        status: "replied",
        reply: { status: "replied", ...reply },
        fields: { message: {}, calls: [] },
      };
    return { status: "fault", fault: { cause: "unreadable", detail: "a reply without a choice" } };
  }
  const { message, finish_reason: reason } = choice.data;
  const called = message.tool_calls ?? [];
  const legacy = message.function_call ?? null;
  const calls = called.length === 0 && legacy !== null ? [{ id: "", function: legacy }] : called;
  const toolCalls = nameCalls(
    calls.map(({ id, function: { name, arguments: text } }) => ({ id, name, arguments: text })),
    callPrefix,
  );
  const finish = readFinish(reason, { hasCalls: toolCalls.length > 0, isRefusal: message.refusal !== "" });
  if (finish === "error")
    return { status: "fault", fault: { cause: "unreadable", detail: "a reply that the provider broke off" } };
  const content = readContent(message.content);
  return {
    status: "replied",
    reply: {
      status: "replied",
      text: content === "" ? message.refusal : content,
      toolCalls,
      finish,
      usage: parseUsage(usage),
    },
    fields: pickReturnedFields(message, calls, preset),
  };
}

function readFinish(
  reason: string,
  { hasCalls, isRefusal }: { readonly hasCalls: boolean; readonly isRefusal: boolean },
): "stop" | "tools" | "length" | "refusal" | "error" {
  const word = reason.toLowerCase();
  if (word === "length" || word === "max_tokens" || word === "max_output_tokens") return "length";
  if (/content_?filter|refusal|safety|prohibited|blocklist|recitation/.test(word)) return "refusal";
  if (isRefusal && !hasCalls) return "refusal";
  if (hasCalls) return "tools";
  return word === "error" ? "error" : "stop";
}
