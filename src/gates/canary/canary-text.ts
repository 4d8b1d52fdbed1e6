import type { CanaryCheck } from "./canary.ts";

/** What the text of a canary is made from. */
export type CanaryTextInput = {
  /** Hexadecimal and random: makes names that nothing else has. */
  readonly nonce: string;
  /** The test file that it goes into, and that file's text or the one beside it. */
  readonly file: string;
  readonly host: string;
  /** Changed files that it loads, relative to the repository's root. */
  readonly loads: readonly string[];
  /** Texts of the gate's tests: which assertion libraries they use. */
  readonly tests: readonly string[];
  /** Content of a tracked file, or null. */
  read(path: string): Promise<string | null>;
};

/** The tests in a runner's own language, and what they are called. */
export type CanaryText = { readonly text: string; readonly checks: readonly CanaryCheck[] };
