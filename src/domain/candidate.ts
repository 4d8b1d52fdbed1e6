import type { Confidence } from "./confidence.ts";

/** One file as a candidate leaves it. `content: null` deletes it. */
export type FileEdit = {
  /** Relative to the repository's root, `/` separators. */
  readonly path: string;
  readonly mode: "100644" | "100755";
  /** The whole new content, UTF-8, or null for a deletion. */
  readonly content: string | null;
};

/** What a brain proposes: edits, and the tree hash that they give on the base. */
export type Candidate = {
  readonly edits: readonly FileEdit[];
  /** Git tree hash of base + edits; nothing that a gate or build wrote is part of it. */
  readonly tree: string;
  /** One line: what was changed, for the commit's subject and the report. */
  readonly summary: string;
  /** Which operator or model made it, for priors and provenance. */
  readonly origin: string;
  /** How sure the brain is; null where it does not say. */
  readonly confidence: Confidence | null;
  /** Unified diff against the base. */
  readonly diff: string;
};
