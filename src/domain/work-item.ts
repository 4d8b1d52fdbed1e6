import type { GateKind } from "./gate.ts";

/** `issue`: what a person asks for; nothing fails for it until a test shows it. */
export type WorkItemKind = "failing-test" | "lint" | "type-error" | "golden" | "failing-check" | "issue";

/** A failure as the item's evidence shows it: what a person or a prompt would read. */
export type Evidence = {
  /** `checkId` or `findingId` of the failure. */
  readonly id: string;
  readonly title: string;
  readonly message: string;
  readonly stack: string;
  /** Where it points, relative to the repository's root; absent when nothing is known. */
  readonly at?: { readonly file: string; readonly line: number };
};

/** Something to improve, with the evidence that it needs it. */
export type WorkItem = {
  /** Digest of kind, gate, file and failure signature: the same failure has the same id in every campaign. */
  readonly id: string;
  readonly kind: WorkItemKind;
  readonly gate: string;
  readonly gateKind: GateKind;
  readonly title: string;
  /** The failing test file, the file with findings or the golden project's folder; none of an issue. */
  readonly files: readonly string[];
  /** Ids of the failures; a promotion has to mend at least one. None of an issue that no test has shown yet. */
  readonly targets: readonly string[];
  /** The failure without line numbers, addresses, times and paths. */
  readonly signature: string;
  readonly evidence: readonly Evidence[];
};
