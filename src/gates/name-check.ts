import type { Check, GateSpec } from "../domain/gate.ts";
import { type RunnerTraits, runnerTraits } from "./runner-traits.ts";

/** How the gate's runner names a test on its command line: `{name}`. Suites are joined in the runner's own way. */
export function nameCheck(
  check: Pick<Check, "suite" | "name">,
  { runner }: Pick<GateSpec, "runner">,
): string {
  const traits: RunnerTraits | null = runner === undefined ? null : runnerTraits[runner];
  if (traits === null || traits.separator === null || check.suite === "") return check.name;
  return [...check.suite.split(" > "), check.name].join(traits.separator);
}

/** A name as a regular expression that matches it literally, in JavaScript, Python and Go alike: `{namePattern}`. */
export function escapePattern(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
