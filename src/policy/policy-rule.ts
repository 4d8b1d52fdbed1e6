import type { Config } from "../config/schema.ts";
import type { Denial } from "../domain/denial.ts";
import type { WorkItemKind } from "../domain/work-item.ts";
import type { SourceParser } from "../syntax/parse-source.ts";
import type { Source } from "../syntax/source.ts";
import type { ChangeSet } from "./change-set.ts";
import type { CodeFacts } from "./smells/code/code-facts.ts";

/** What a rule may look at besides the change. */
export type PolicyContext = {
  /** Of the sacred commit, never the candidate's. */
  readonly config: Pick<Config, "policy" | "gates">;
  readonly parser: SourceParser;
  /** What was read of syntax trees, kept for one look at one change, so that all rules share it. */
  readonly facts?: WeakMap<Source, CodeFacts>;
  /** Text of a file on the base; null when it is not there or no text. */
  readBase(path: string): Promise<string | null>;
  /** The kind of work item that the change is for; null where nobody says (`policy check`). */
  readonly itemKind: WorkItemKind | null;
  /** Whether a text holds a value that is known as secret, plain or encoded. */
  hasSecret(text: string): boolean;
};

/** What a rule found. A note is shown to the reviewer and denies nothing. */
export type PolicyFinding = Omit<Denial, "rule"> & {
  /** Default "denial". */
  readonly severity?: "denial" | "note";
};

/**
 * One thing that no candidate may do. Rules are plain functions of a change; any denial wins. A rule that throws denies,
 * since what could not be checked is not allowed.
 */
export type PolicyRule = {
  /** Kebab case; reports, journals and `policy explain` call the rule so. */
  readonly id: string;
  /** `shape` rules run first: the others only see a change whose paths and modes are harmless. */
  readonly group: "shape" | "protected" | "tests" | "suppressions" | "smells" | "secrets" | "scope";
  /** What it denies, in one sentence without a full stop. */
  readonly title: string;
  /** Why it exists and what to do about a denial, for `policy explain`. */
  readonly explanation: string;
  find(
    change: ChangeSet,
    context: PolicyContext,
  ): readonly PolicyFinding[] | Promise<readonly PolicyFinding[]>;
};
