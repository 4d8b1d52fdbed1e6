import { jsonrepair } from "jsonrepair";
import { replyLimits } from "./reply-limits.ts";
import { saysTheSame } from "./says-the-same.ts";
import { splitStrings } from "./split-strings.ts";

/** JSON-like text as JSON, or why it stays as it is. */
export type JsonRepair =
  | { readonly status: "repaired"; readonly json: string }
  | { readonly status: "unrepairable"; readonly reason: string };

/**
 * Puts right what models get wrong in JSON: trailing and missing commas, comments, single quotes, bare keys, quotes and
 * line breaks that nobody escaped, backslashes of regular expressions, Python's words. A repair is taken only where
 * the text says the same as before: a bracket that is missing stays missing.
 */
export function repairJson(text: string): JsonRepair {
  const { maxRepairChars } = replyLimits;
  if (text.length > maxRepairChars)
    return {
      status: "unrepairable",
      reason: `it is not valid, and longer than ${maxRepairChars} characters`,
    };
  const kept = keepBackslashes(text);
  const { frame, strings } = splitStrings(kept) ?? { frame: kept, strings: [] };
  const repaired = repairOrNull(frame);
  if (repaired === null) return { status: "unrepairable", reason: "it is not valid" };
  if (!saysTheSame(repaired, frame))
    return {
      status: "unrepairable",
      reason: "it is not valid, and putting it right would change what it says",
    };
  const json = repaired.replaceAll(/"@(\d+)@"/g, (whole, index: string) => strings[Number(index)] ?? whole);
  return { status: "repaired", json };
}

function repairOrNull(text: string): string | null {
  try {
    return jsonrepair(text);
  } catch {
    return null;
  }
}

/** A backslash that escapes nothing in JSON, as in `\d`, stands for itself; left alone it would be dropped. */
function keepBackslashes(text: string): string {
  return text.replaceAll(/\\(u[\dA-Fa-f]{4}|["'\\/bfnrt]|\r?\n)?/g, (whole, escaped?: string) =>
    escaped === undefined ? `\\${whole}` : whole,
  );
}
