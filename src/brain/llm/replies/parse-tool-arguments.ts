import type { z } from "zod";
import type { ModelToolCall } from "../../../domain/model.ts";
import { describeProblems } from "./describe-problems.ts";
import { readJson } from "./read-json.ts";
import { replyLimits } from "./reply-limits.ts";
import { scanBlock } from "./scan-block.ts";

/** The arguments of a call, or what to tell the model: what is wrong with them, and that nothing was run. */
export type ParsedArguments<Value> =
  | { readonly status: "valid"; readonly value: Value; readonly isRepaired: boolean }
  | { readonly status: "invalid"; readonly message: string };

/**
 * Reads the arguments of a tool call: one JSON object and nothing besides. None at all is an empty object, a string that
 * holds the object is taken as the object; what is not quite JSON is repaired where that changes nothing that it says.
 */
export function parseToolArguments<Value>(
  call: Pick<ModelToolCall, "name" | "arguments">,
  schema: z.ZodType<Value>,
): ParsedArguments<Value> {
  const object = unwrap(call.arguments);
  const problem = object === "" ? null : findShapeProblem(object);
  if (problem !== null) return invalid(call, `cannot be read: ${problem}`);
  const read = readJson(object === "" ? "{}" : object, { mayRepair: true });
  if (read.status === "unreadable") return invalid(call, `cannot be read: ${read.reason}`);
  const checked = schema.safeParse(read.value);
  return checked.success
    ? { status: "valid", value: checked.data, isRepaired: read.isRepaired }
    : invalid(call, `do not fit: ${describeProblems(checked.error.issues, read.value).join("; ")}`);
}

/** Without a fence around it, and out of the string that some models put it in. */
function unwrap(text: string): string {
  const { maxChars } = replyLimits;
  if (text.length > maxChars) return text;
  const whole = text.trim();
  const isFenced = /^```\w*\s/.test(whole) && whole.endsWith("```");
  const bare = isFenced ? whole.slice(whole.search(/\s/), -3).trim() : whole;
  if (!bare.startsWith('"')) return bare;
  try {
    const inner: unknown = JSON.parse(bare);
    return typeof inner === "string" ? inner.trim() : bare;
  } catch {
    return bare;
  }
}

function findShapeProblem(text: string): string | null {
  const { maxChars, maxDepth } = replyLimits;
  if (text.length > maxChars) return `they are longer than ${maxChars} characters`;
  if (!text.startsWith("{")) return "they have to be one JSON object";
  const scan = scanBlock(text, 0);
  switch (scan.status) {
    case "open":
      return "they are cut off, or a quote or bracket is missing";
    case "too-deep":
      return `they are nested deeper than ${maxDepth} levels`;
    case "mismatched":
      return "their brackets do not match";
    case "closed":
      return scan.end < text.length ? "something stands behind the JSON object" : null;
    default:
      return scan satisfies never;
  }
}

function invalid({ name }: Pick<ModelToolCall, "name">, problem: string): ParsedArguments<never> {
  const shown = name.length > 60 ? `${name.slice(0, 60)}…` : name;
  return { status: "invalid", message: `${shown} was not run: its arguments ${problem}.` };
}
