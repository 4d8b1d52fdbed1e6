import type { FileEdit } from "../../../domain/candidate.ts";
import { applyTextEdit } from "../../../operators/text-edit.ts";
import type { PlacedEdit, SearchCandidate } from "../search-candidate.ts";

/** A file as the base has it, as an edit that puts it back. */
export type OriginalFile = FileEdit & { readonly content: string };

/** A candidate with the files that it makes. */
export type PreparedCandidate = {
  readonly candidate: SearchCandidate;
  readonly edits: readonly [OriginalFile, ...OriginalFile[]];
  /** The same files as the base has them. */
  readonly originals: readonly OriginalFile[];
};

/** The files that a candidate makes of the base's; null where it edits one that is not there, or one place twice. */
export function prepareCandidate(
  candidate: SearchCandidate,
  originals: ReadonlyMap<string, OriginalFile>,
): PreparedCandidate | null {
  const byPath = Map.groupBy(candidate.edits, ({ path }) => path);
  const edits: OriginalFile[] = [];
  const bases: OriginalFile[] = [];
  for (const [path, placed] of byPath) {
    const original = originals.get(path);
    const content = original === undefined ? null : applyAll(original.content, placed);
    if (original === undefined || content === null) return null;
    edits.push({ ...original, content });
    bases.push(original);
  }
  const [first, ...others] = edits;
  return first === undefined ? null : { candidate, edits: [first, ...others], originals: bases };
}

/** From the last to the first, so that the places of those before stay; null where two overlap. */
function applyAll(text: string, placed: readonly PlacedEdit[]): string | null {
  let result = text;
  let reached = Infinity;
  for (const { edit } of placed.toSorted((a, b) => b.edit.start - a.edit.start)) {
    if (edit.end > reached) return null;
    result = applyTextEdit(result, edit);
    reached = edit.start;
  }
  return result;
}
