import type { Source } from "../../../../syntax/source.ts";
import type { Assertion, TestBody } from "./test-body.ts";

/** A replaced part of a body. */
export type BodyEdit = { readonly start: number; readonly end: number; readonly text: string };

/** One way in which a body is run: what its notes are called, and what is other in it. */
export type Variant = { readonly id: string; readonly edits: readonly BodyEdit[] };

/** How one language writes what is put in. */
export type BodyWriter = {
  /** Around what an assertion looks at. */
  around(assertion: Assertion, id: string): { readonly before: string; readonly after: string };
  /** A body that runs all variants one after the other, each with its own bound of turns, whatever any of them throws. */
  write(body: TestBody, variants: readonly Variant[], source: Source): string;
};
