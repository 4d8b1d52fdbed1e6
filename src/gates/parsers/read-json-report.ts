import { stripVTControlCharacters } from "node:util";
import type { z } from "zod";
import { describeError } from "../../domain/errors.ts";
import { unreadable } from "./unreadable.ts";

/** A JSON report that fits its schema, or why it does not. */
export type JsonReport<Value> =
  | { readonly status: "read"; readonly value: Value }
  | ReturnType<typeof unreadable>;

/** Reads one JSON document of a known shape; whatever stands before or behind it makes it unreadable. */
export function readJsonReport<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  tool: string,
): JsonReport<z.output<Schema>> {
  if (text.trim() === "") return unreadable(`${tool} printed no report`, text);
  let document: unknown;
  try {
    // A raw escape is not valid in JSON, so where there is one, colour codes stand around the document.
    const plain = text.includes("\u001b") ? stripVTControlCharacters(text) : text;
    document = JSON.parse(plain.replace(/^\uFEFF/, ""));
  } catch (error) {
    return unreadable(`not ${tool} JSON: ${describeError(error).slice(0, 200)}`, text);
  }
  const parsed = schema.safeParse(document);
  if (parsed.success) return { status: "read", value: parsed.data };
  const issue = parsed.error.issues[0];
  const where = issue === undefined || issue.path.length === 0 ? "the top level" : issue.path.join(".");
  return unreadable(`not ${tool} JSON: ${issue?.message ?? "wrong shape"} at ${where}`, text);
}
