import type { CodeFacts, NameUse } from "./code/code-facts.ts";
import type { CodeFamily } from "./code/code-family.ts";

/** One place of a file that smells. */
export type Smell = {
  /** What is counted: a file may keep as many smells of a kind as it had. */
  readonly kind: string;
  /** 1-based. */
  readonly line: number;
  /** The statement without white space, to know moved code again. */
  readonly text: string;
  readonly reason: string;
  readonly severity: "denial" | "note";
  /** An import is excused where another file of the change had it. */
  readonly isImport: boolean;
  /** In a test it is only pointed out: stand-ins and examples are part of a test's work. */
  readonly isUsualInTests: boolean;
};

/** Names that smell, for one family with a syntax tree. */
export type SmellyNames = {
  /** Canonical names; `*` stands for any part of one member's name; members of what is named are meant too. */
  readonly names: readonly string[];
  /** What the code does, to finish the sentence "the change …"; also what is counted. */
  readonly does: string;
  /** Default: every use. */
  readonly uses?: readonly NameUse[];
  /** Only what comes out of an import of the file, not a global of the same name. */
  readonly isImported?: boolean;
  /** Only where nothing follows the name. */
  readonly isExact?: boolean;
  /** Default "denial". */
  readonly severity?: "denial" | "note";
  /** Default false; in a test it then is only pointed out. */
  readonly isUsualInTests?: boolean;
};

/** What to look for in text that has no syntax tree. */
export type SmellyText = {
  readonly pattern: RegExp;
  readonly does: string;
  readonly severity?: "denial" | "note";
};

/** What a rule on smells looks for. */
export type SmellDetector = {
  readonly script: readonly SmellyNames[];
  readonly python: readonly SmellyNames[];
  readonly text: Readonly<Partial<Record<CodeFamily, readonly SmellyText[]>>>;
  /** What names alone do not show. */
  readonly find?: (facts: CodeFacts) => readonly Smell[];
};
