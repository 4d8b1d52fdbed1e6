import type { z } from "zod";
import { unreadable } from "./unreadable.ts";

/** JSON lines that fit their schema, or why they do not. */
export type JsonLines<Value> =
  | { readonly status: "read"; readonly values: readonly Value[] }
  | ReturnType<typeof unreadable>;

/** Reads one JSON object a line, strictly: a line that does not fit, or a last one that is cut, is unreadable. */
export function readJsonLines<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  tool: string,
): JsonLines<z.output<Schema>> {
  if (text.trim() === "") return unreadable(`${tool} wrote no report`, text);
  if (!text.endsWith("\n")) return unreadable(`${tool}'s report is cut in its last line`, text);
  const values: z.output<Schema>[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const parsed = schema.safeParse(parseJson(line));
    if (!parsed.success) {
      return unreadable(`line ${index + 1} is not of ${tool}: ${line.slice(0, 120)}`, text);
    }
    values.push(parsed.data);
  }
  return { status: "read", values };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // Fits no schema.
    return undefined;
  }
}
