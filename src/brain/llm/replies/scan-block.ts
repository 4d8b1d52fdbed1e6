import { replyLimits } from "./reply-limits.ts";
import { scanValue, type ValueScan } from "./scan-value.ts";

/**
 * Where the object or list that opens at `from` ends: strict JSON as JSON ends, anything else by the lenient manner. JSON
 * that is cut off is open in both, wherever the cut is.
 */
export function scanBlock(text: string, from: number): ValueScan {
  const { maxDepth } = replyLimits;
  const strict = scanValue(text, from, { maxDepth, manner: "strict" });
  if (strict.status === "too-deep") return strict;
  if (strict.status === "closed" && isJson(text.slice(from, strict.end))) return strict;
  return scanValue(text, from, { maxDepth, manner: "lenient" });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
