import type { SearchCandidate } from "../../../src/brain/search/search-candidate.ts";
import { applyTextEdit } from "../../../src/operators/text-edit.ts";

/**
 * Why a bug was not mended. `not-located`: no candidate changes a line of the bug. `not-generated`: some do, and none
 * restores the good code (bugs of two places are mended by pairs, of which only the parts can be seen here).
 * `generated`: one does, and was not reached, or did not pass.
 */
export type Miss = "not-located" | "not-generated" | "generated";

/** Holds all candidates of one edit against the good code, white space and semicolons aside. Pure. */
export function explainMiss(
  candidates: readonly SearchCandidate[],
  { good, bad }: Readonly<Record<"good" | "bad", Readonly<Record<string, string>>>>,
): Miss {
  let isLocated = false;
  for (const { edits } of candidates) {
    const [{ path, edit }] = edits;
    const text = bad[path];
    const wanted = good[path];
    if (text === undefined || wanted === undefined || text === wanted) continue;
    const [start, end] = findDifference(text, wanted);
    if (edit.start > end || edit.end < start) continue;
    isLocated = true;
    if (strip(applyTextEdit(text, edit)) === strip(wanted)) return "generated";
  }
  return isLocated ? "not-generated" : "not-located";
}

/** The lines of `text` that are other ones in `wanted`, as offsets; of several places all between them. */
function findDifference(text: string, wanted: string): readonly [start: number, end: number] {
  const least = Math.min(text.length, wanted.length);
  let ahead = 0;
  while (ahead < least && text[ahead] === wanted[ahead]) ahead += 1;
  let behind = 0;
  while (behind < least - ahead && text.at(-1 - behind) === wanted.at(-1 - behind)) behind += 1;
  const end = text.indexOf("\n", text.length - behind);
  return [text.lastIndexOf("\n", ahead - 1) + 1, end < 0 ? text.length : end];
}

function strip(text: string): string {
  return text.replaceAll(/[\s;]+/g, "");
}
