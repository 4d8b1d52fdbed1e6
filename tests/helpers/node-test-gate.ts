import type { SearchInput } from "./search-task.ts";

const base = [
  "node",
  "--test",
  "--test-reporter={support}/node-test-reporter.mjs",
  "--test-reporter-destination={report}",
] as const;

/** The gate that detection makes of `node --test`. */
export const nodeTestGate = {
  kind: "tests",
  runner: "node-test",
  format: "node-test",
  report: "{report}",
  command: base,
  only: [...base, "--test-name-pattern={namePattern}", "{file}"],
} as const satisfies SearchInput["gate"];
