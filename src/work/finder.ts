import type { Check, GateResult } from "../domain/gate.ts";
import type { Issue } from "../domain/issue.ts";
import type { WorkItem } from "../domain/work-item.ts";

/** What a person asks a campaign for; both are a stranger's text. */
export type Asked = {
  readonly issue: Issue | null;
  /** "" where nobody said. */
  readonly goal: string;
  /** Whether a model is there: without one nobody can make a test of a text. */
  readonly hasModel: boolean;
};

/** What finders look at: the base's gate results, as measured in this campaign, and what a person asks for. */
export type FinderInput = {
  readonly results: readonly GateResult[];
  /** Ids of checks that are flaky or fail for the environment's sake, by gate; nothing is made of them. */
  readonly setAside: ReadonlyMap<string, ReadonlySet<string>>;
  /** Paths of the tree that was measured. */
  readonly trackedFiles: readonly string[];
  readonly asked: Asked;
};

/** What finders borrow from higher floors. */
export type FinderDeps = {
  /** The failure without line numbers, addresses, times and paths: the same failure reads the same. */
  failureSignature(check: Check): string;
};

/** What a finder found; `notes` are sentences about what it saw and could make no item of. */
export type Found = { readonly items: readonly WorkItem[]; readonly notes: readonly string[] };

/**
 * Finds one kind of work. Pure: the same input gives the same items, with the same ids, in the same order. To add one,
 * write it in a file of its own and name it in the registry.
 */
export type Finder = (input: FinderInput, deps: FinderDeps) => Found;
