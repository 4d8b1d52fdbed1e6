import { findFailingGates } from "./find-failing-gates.ts";
import { findIssue } from "./find-issue.ts";
import type { Finder } from "./finder.ts";

/** Every finder, in the order in which they are asked. */
export const finders = {
  "failing-gates": findFailingGates,
  issue: findIssue,
} as const satisfies Record<string, Finder>;
