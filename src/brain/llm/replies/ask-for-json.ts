import type { z } from "zod";
import type { ModelFailure, ModelReply, ModelRequest } from "../../../domain/model.ts";
import { parseReply, type ReplyFault } from "../parse-reply.ts";
import { keepRaw } from "./keep-raw.ts";

/** What is asked, of whom, and what stands for an answer that never comes. */
export type JsonQuestion<Value> = {
  readonly request: ModelRequest;
  readonly schema: z.ZodType<Value>;
  /** What leads to rejection: a review that does not approve, a plan without files, no candidates. */
  readonly fallback: Value;
  /** One call, with whatever retries, budgets and accounting it needs. */
  ask(request: ModelRequest): Promise<AskOutcome>;
};

/** What matters of how a call ended. */
export type AskOutcome =
  | Pick<Extract<ModelReply, { status: "replied" }>, "status" | "text" | "finish">
  | { readonly status: "failed"; readonly kind: ModelFailure; readonly reason: string }
  | { readonly status: "over-budget"; readonly reason: string };

/** How a question ended. `value` can be used either way; what was kept of the last reply is for the record. */
export type JsonAnswer<Value> =
  | {
      readonly status: "answered";
      readonly value: Value;
      readonly isRepaired: boolean;
      readonly calls: number;
      readonly raw: string;
    }
  | {
      readonly status: "defaulted";
      readonly value: Value;
      readonly fault: ReplyFault | "failed" | "over-budget";
      /** For `failed`: how the call failed. */
      readonly failure: ModelFailure | null;
      readonly reason: string;
      readonly calls: number;
      readonly raw: string;
    };

/**
 * Asks a model for JSON that fits a schema. A reply that does not is answered once, with what is wrong with it and the
 * wish for nothing but valid JSON; then the fallback stands. A refusal and a call that failed or had no budget are
 * not asked again: the format is not what they lack.
 */
export async function askForJson<Value>(question: JsonQuestion<Value>): Promise<JsonAnswer<Value>> {
  const { request, schema, fallback, ask } = question;
  let messages = request.messages;
  let raw = "";
  for (let calls = 1; ; calls += 1) {
    const reply = await ask({ ...request, messages, format: "json" });
    if (reply.status !== "replied") {
      const failure = reply.status === "failed" ? reply.kind : null;
      return {
        status: "defaulted",
        value: fallback,
        fault: reply.status,
        failure,
        reason: reply.reason,
        calls,
        raw,
      };
    }
    raw = keepRaw(reply.text);
    const parsed = parseReply({ text: reply.text, finish: reply.finish, schema });
    if (parsed.status === "parsed")
      return { status: "answered", value: parsed.value, isRepaired: parsed.isRepaired, calls, raw };
    const { fault, reason } = parsed;
    if (calls === 2 || fault === "refused")
      return { status: "defaulted", value: fallback, fault, failure: null, reason, calls, raw };
    messages = [
      ...messages,
      // Some providers take no message without content.
      { role: "assistant", content: raw.trim() === "" ? "(nothing)" : raw, toolCalls: [] },
      { role: "user", content: renderReminder(reason) },
    ];
  }
}

function renderReminder(reason: string): string {
  return `That cannot be used: ${reason}. Answer again with only valid JSON: no words around it, no comments, quotes and line breaks in strings escaped.`;
}
