import { z } from "zod";
import { describeUnreadable } from "./describe-unreadable.ts";
import { nameCalls } from "./name-calls.ts";
import { parseBodyFault } from "./parse-body-fault.ts";
import { parseUsage } from "./parse-usage.ts";
import type { ParsedReply } from "./parsed-reply.ts";
import { readContent } from "./read-content.ts";

const text = z.string().catch("");
const itemSchema = z
  .looseObject({ type: text, call_id: text, name: text, arguments: text, content: z.unknown().optional() })
  .catch({ type: "", call_id: "", name: "", arguments: "", content: null });
const refusalSchema = z.array(
  z
    .object({ type: z.literal("refusal"), refusal: z.string() })
    .transform((part) => part.refusal)
    .catch(""),
);
const replySchema = z.looseObject({
  status: text,
  output: z.array(itemSchema),
  incomplete_details: z.looseObject({ reason: text }).nullish().catch(null),
  usage: z.unknown().optional(),
});

/** Reads what `POST /responses` answered; ids as in `parseChatReply`. Pure. */
export function parseResponsesReply(
  body: unknown,
  { callPrefix }: { readonly callPrefix: string },
): ParsedReply {
  const fault = parseBodyFault(body);
  if (fault !== null) return { status: "fault", fault };
  const parsed = replySchema.safeParse(body);
  if (!parsed.success)
    return { status: "fault", fault: { cause: "unreadable", detail: describeUnreadable(body) } };
  const { status, output, incomplete_details: incomplete, usage } = parsed.data;
  if (status === "failed" || status === "cancelled")
    return { status: "fault", fault: { cause: "unreadable", detail: `a reply that has ${status}` } };
  const messages = output.filter(({ type }) => type === "message");
  const refusal = messages.map(({ content }) => readRefusal(content)).join("");
  const content = messages.map((message) => readContent(message.content)).join("");
  const called = output.filter(({ type }) => type === "function_call");
  const toolCalls = nameCalls(
    called.map(({ call_id: id, name, arguments: text }) => ({ id, name, arguments: text })),
    callPrefix,
  );
  const reason = status === "incomplete" ? (incomplete?.reason ?? "") : "";
  return {
    status: "replied",
    reply: {
      status: "replied",
      text: content === "" ? refusal : content,
      toolCalls,
      finish: readFinish(reason, { hasCalls: toolCalls.length > 0, isRefusal: refusal !== "" }),
      usage: parseUsage(usage),
    },
    fields: { message: {}, calls: [] },
  };
}

function readRefusal(content: unknown): string {
  const parsed = refusalSchema.safeParse(content);
  return parsed.success ? parsed.data.join("") : "";
}

function readFinish(
  reason: string,
  { hasCalls, isRefusal }: { readonly hasCalls: boolean; readonly isRefusal: boolean },
): "stop" | "tools" | "length" | "refusal" {
  if (reason === "content_filter") return "refusal";
  if (reason !== "") return "length";
  if (hasCalls) return "tools";
  return isRefusal ? "refusal" : "stop";
}
