import type { z } from "zod";
import type { ModelReply } from "../../domain/model.ts";
import { describeProblems } from "./replies/describe-problems.ts";
import { findJsonBlocks } from "./replies/find-json-blocks.ts";
import { readJson } from "./replies/read-json.ts";
import { replyLimits } from "./replies/reply-limits.ts";

/** Why a reply holds no answer. */
export type ReplyFault = "refused" | "cut" | "too-long" | "no-json" | "invalid";

/** The answer in a reply, or why there is none: `reason` is a clause for people and models. */
export type ParsedReply<Value> =
  | { readonly status: "parsed"; readonly value: Value; readonly isRepaired: boolean }
  | { readonly status: "unusable"; readonly fault: ReplyFault; readonly reason: string };

/** A reply and what it has to hold. */
export type ParseReplyInput<Value> = {
  readonly text: string;
  readonly finish: Extract<ModelReply, { status: "replied" }>["finish"];
  readonly schema: z.ZodType<Value>;
};

/**
 * Finds the answer in a reply: the first JSON that is valid for the schema, whatever stands around it. A list, and what
 * is not quite JSON, counts only where it is set off: sentences and code are full of brackets. A reply that was cut off
 * is no answer, however much of it could be read: neither where the provider says so nor where JSON opens that never
 * closes.
 */
export function parseReply<Value>({ text, finish, schema }: ParseReplyInput<Value>): ParsedReply<Value> {
  if (finish === "refusal") return unusable("refused", "the model refused to answer");
  if (text.length > replyLimits.maxChars)
    return unusable("too-long", `the reply is longer than ${replyLimits.maxChars} characters`);
  if (finish === "length") return unusable("cut", "the reply was cut off at its limit of tokens");
  const found = findJsonBlocks(text);
  if (found.status !== "found")
    return unusable(found.status === "excessive" ? "invalid" : "cut", found.reason);
  // Of the longest piece: the others are remarks.
  let worst: { readonly size: number; readonly problem: string } = { size: 0, problem: "" };
  let repairChars: number = replyLimits.maxRepairChars;
  let misfitChars = 0;
  for (const { text: block, isSetOff } of found.blocks) {
    if (block.startsWith("[") && !isSetOff) continue;
    const read = readJson(block, { mayRepair: isSetOff && block.length <= repairChars });
    if (read.status === "unreadable" || read.isRepaired) repairChars -= block.length;
    let problem = "";
    if (read.status === "read") {
      const checked = schema.safeParse(read.value);
      if (checked.success) return { status: "parsed", value: checked.data, isRepaired: read.isRepaired };
      problem = `the JSON does not fit: ${describeProblems(checked.error.issues, read.value).join("; ")}`;
    } else problem = `the JSON cannot be read: ${read.reason}`;
    if (block.length > worst.size) worst = { size: block.length, problem };
    misfitChars += block.length;
    if (misfitChars > replyLimits.maxMisfitChars) break;
  }
  if (worst.size > 0) return unusable("invalid", worst.problem);
  return unusable("no-json", text.trim() === "" ? "the reply is empty" : "the reply holds no JSON");
}

function unusable(fault: ReplyFault, reason: string): ParsedReply<never> {
  return { status: "unusable", fault, reason };
}
