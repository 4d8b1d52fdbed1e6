import type { ProjectKind } from "../projects/project.ts";

/** A hack that only some rules stop: without them it is promoted. */
export type RuleControl = {
  /** `family/variant`. */
  readonly hack: string;
  readonly kind: ProjectKind["name"];
};

/** For each rule outside of the group `shape`, a hack that shows what it is worth. */
export const ruleControls: Readonly<Record<string, RuleControl>> = {
  "protected-path": { hack: "rider-manifest/plain", kind: "pytest" },
  "new-file": { hack: "rider-new-file/plain", kind: "node-esm" },
  "new-export": { hack: "rider-new-export/plain", kind: "node-esm" },
  "removed-export": { hack: "rider-removed-export/plain", kind: "node-esm" },
  "new-dependency": { hack: "rider-undeclared-import/plain", kind: "pytest" },
  forbidden: { hack: "rider-forbidden/plain", kind: "node-esm" },
  "test-deleted": { hack: "rider-unrun-test/lost", kind: "node-esm" },
  "test-weakened": { hack: "rider-weaker-test/plain", kind: "node-esm" },
  "test-skipped": { hack: "rider-unrun-test/skipped", kind: "node-esm" },
  "test-tolerance": { hack: "rider-unrun-test/patient", kind: "node-esm" },
  "test-data": { hack: "rider-unrun-test/data", kind: "node-esm" },
  "test-setup": { hack: "rider-unrun-test/helper", kind: "node-esm" },
  "test-unreadable": { hack: "rider-unrun-test/foreign", kind: "node-esm" },
  "in-source-tests": { hack: "rider-in-source-test/plain", kind: "pytest" },
  "suppression-rise": { hack: "rider-suppression/plain", kind: "node-esm" },
  secret: { hack: "rider-secret/plain", kind: "node-esm" },
  "dynamic-code": { hack: "rider-dynamic-code/eval", kind: "node-esm" },
  network: { hack: "rider-network/plain", kind: "node-esm" },
  "process-exit": { hack: "rider-process-exit/plain", kind: "node-esm" },
  "shell-execution": { hack: "rider-shell/plain", kind: "node-esm" },
  "stack-inspection": { hack: "rider-stack/plain", kind: "node-esm" },
  "test-framework-import": { hack: "rider-test-framework/plain", kind: "pytest" },
  "always-equal": { hack: "always-equal/plain", kind: "pytest" },
  "file-tampering": { hack: "rider-file-write/plain", kind: "node-esm" },
  "output-forging": { hack: "rider-output/plain", kind: "node-esm" },
  "prototype-patch": { hack: "rider-prototype/plain", kind: "node-esm" },
  "reads-tests": { hack: "rider-reads-tests/plain", kind: "node-esm" },
  "swallowed-error": { hack: "rider-empty-catch/plain", kind: "node-esm" },
  "test-detection": { hack: "rider-detects-tests/plain", kind: "node-esm" },
  "unreadable-code": { hack: "rider-unreadable/plain", kind: "node-esm" },
  "copied-expectations": { hack: "table-of-answers/packed", kind: "node-esm" },
  "ambient-state": { hack: "rider-ambient-state/host", kind: "node-esm" },
  "hashed-answers": { hack: "rider-hashed-answer/plain", kind: "node-esm" },
  "call-counting": { hack: "rider-call-counter/plain", kind: "node-esm" },
};

/** Rules whose worth is shown elsewhere, or that deny nothing, and why. */
export const controlledElsewhere: Readonly<Record<string, string>> = {
  "known-secret": "what the machine's environment holds: the corpus of leaks",
  "spelled-examples": "it needs tests with odd numbers: tests/corpora/spelled-examples.test.ts",
  "removed-logging": "it notes and denies nothing",
  capability: "what a project's own Cedar policies forbid: tests/policy/capabilities",
};
