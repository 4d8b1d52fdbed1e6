import { type Source, textOf } from "../../../../syntax/source.ts";
import type { Variant } from "./body-writer.ts";
import type { TestBody } from "./test-body.ts";

/** A body's text with a variant's edits in it. Pure. */
export function applyVariant({ node }: TestBody, { edits }: Variant, source: Source): string {
  let result = textOf(node, source);
  for (const { start, end, text } of edits.toSorted((a, b) => b.start - a.start || b.end - a.end))
    result = result.slice(0, start - node.start) + text + result.slice(end - node.start);
  return result;
}
