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

/** What a term was in a state; plain data alone is known. */
export function readTerm(term: string, state: SeenState): Known {
  const seen = state.values.get(term);
  if (seen === undefined) return { isKnown: false };
  if (seen.type === "undefined") return { isKnown: true, value: undefined };
  try {
    return { isKnown: true, value: JSON.parse(seen.text) };
  } catch {
    return { isKnown: false };
  }
}
