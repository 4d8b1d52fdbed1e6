import { digest } from "../domain/digest.ts";
import type { GateKind, GateResult } from "../domain/gate.ts";
import type { Evidence, WorkItem, WorkItemKind } from "../domain/work-item.ts";

/** One failed check or finding; those of one `group` become one item. */
export type Failure = {
  readonly group: string;
  readonly file: string;
  readonly signature: string;
  readonly evidence: Evidence;
};

const kinds: Readonly<Record<GateKind, WorkItemKind>> = {
  tests: "failing-test",
  lint: "lint",
  typecheck: "type-error",
  golden: "golden",
  validate: "failing-check",
  command: "failing-check",
  benchmark: "failing-check",
};

/** How much evidence an item carries; its targets are always complete. */
const maxEvidence = 20;

/** One work item of the failures of one group, the first of which names it. Pure. */
export function buildWorkItem({ gate, kind: gateKind }: GateResult, failures: readonly Failure[]): WorkItem {
  const [first] = failures;
  if (first === undefined) {
    throw new Error("a work item needs a failure");
  }
  const kind = kinds[gateKind];
  const { file, signature, evidence } = first;
  const targets = [...new Set(failures.map((failure) => failure.evidence.id))];
  // Tests that fail alike share their item's id whatever their names; elsewhere the check is the identity.
  const subject = kind === "failing-test" ? file : first.group;
  return {
    id: digest(kind, gate, subject, signature),
    kind,
    gate,
    gateKind,
    title: renderTitle(kind, file, evidence.title, failures.length),
    files: file === "" ? [] : [file],
    targets,
    signature,
    evidence: failures.slice(0, maxEvidence).map((failure) => failure.evidence),
  };
}

function renderTitle(kind: WorkItemKind, file: string, what: string, count: number): string {
  const [line = ""] = what.split("\n", 1);
  const more = count > 1 ? ` (and ${count - 1} more)` : "";
  const where = file === "" || file === line ? "" : `${file}: `;
  return kind === "golden" ? `golden project ${file === "" ? line : file}` : `${where}${line}${more}`;
}
