import type { Check, GateSpec } from "../domain/gate.ts";
import { type RunnerTraits, runnerTraits } from "./runner-traits.ts";

/** What a runner's command line calls a test: `{name}`, and a regular expression that matches it, `{namePattern}`. */
export type RunnerName = { readonly name: string; readonly namePattern: string };

/**
 * How the gate's runner names a test: suites are joined in the runner's own way. The pattern means the same to
 * JavaScript, Python and Go.
 */
export function nameCheck(
  check: Pick<Check, "suite" | "name">,
  { runner }: Pick<GateSpec, "runner">,
): RunnerName {
  const traits: RunnerTraits | null = runner === undefined ? null : runnerTraits[runner];
  const { separator = null, separatorPattern } = traits ?? {};
  if (separator === null || check.suite === "") {
    return { name: check.name, namePattern: escapePattern(check.name) };
  }
  const parts = [...check.suite.split(" > "), check.name];
  const between = separatorPattern ?? escapePattern(separator);
  return { name: parts.join(separator), namePattern: parts.map(escapePattern).join(between) };
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
