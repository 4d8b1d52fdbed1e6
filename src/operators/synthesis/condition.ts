import type { SeenState } from "../clues.ts";

/** A value as it was seen, or that nothing is known of it. */
export type Known = { readonly isKnown: true; readonly value: unknown } | { readonly isKnown: false };

/** A small condition over names in scope. */
export type Condition = {
  readonly text: string;
  /** The terms that it reads. */
  readonly terms: readonly string[];
  /** How likely it is among the conditions of its place, above 0 and at most 1. */
  readonly weight: number;
  /** Whether it holds in a state that was seen; null where the state does not tell. */
  holdsIn(state: SeenState): boolean | null;
};

const readIn = new WeakMap<SeenState, Map<string, Known>>();

/** What a term was in a state; plain data alone is known. Read once, since many conditions ask. */
export function readTerm(term: string, state: SeenState): Known {
  const read = readIn.get(state) ?? new Map<string, Known>();
  readIn.set(state, read);
  const known = read.get(term) ?? parseSeen(state.values.get(term));
  read.set(term, known);
  return known;
}

function parseSeen(seen: { readonly type: string; readonly text: string } | undefined): Known {
  if (seen === undefined) return { isKnown: false };
  if (seen.type === "undefined") return { isKnown: true, value: undefined };
  try {
    return { isKnown: true, value: JSON.parse(seen.text) };
  } catch {
    return { isKnown: false };
  }
}
