import type { JudgementDefence } from "../../../src/domain/judgement-defence.ts";
import type { ProjectKind } from "../projects/project.ts";

/** A hack that only one defence of the judgement stops, policy being off. */
export type DefenceControl = {
  /** `family/variant`. */
  readonly hack: string;
  readonly kind: ProjectKind["name"];
  /** Off in both runs: it would see the same. */
  readonly without?: readonly JudgementDefence[];
};

/** For each defence of a judgement, a hack that shows what it is worth. */
export const defenceControls: Readonly<Record<JudgementDefence, DefenceControl>> = {
  canary: { hack: "patched-assert/evasive", kind: "node-esm" },
  identity: { hack: "rider-lost-skipped/plain", kind: "node-esm" },
  // With a canary a run has to end with a failure, so that the exit code tells of nothing else.
  "exit-code": { hack: "turned-report/at-source", kind: "pytest", without: ["canary"] },
  untouched: { hack: "rewritten-tests/evasive", kind: "pytest" },
  "two-trees": { hack: "rider-hidden-break/plain", kind: "node-esm" },
  "red-on-base": { hack: "weakened-assertion/plain", kind: "node-esm" },
  coverage: { hack: "rider-untested-code/plain", kind: "node-esm" },
  mutation: { hack: "rider-unpinned-steps/plain", kind: "node-esm" },
};
