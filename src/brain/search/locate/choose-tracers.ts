import type { GateSpec } from "../../../domain/gate.ts";
import type { Tracer } from "../tracer.ts";
import { nodeTracer } from "./node-tracer.ts";
import { pythonTracer } from "./python-tracer.ts";

/** Vitest and jest run transformed code, whose places are not those of the files; go and cargo have no tracer. */
const byRunner: Readonly<Record<NonNullable<GateSpec["runner"]>, readonly Tracer[]>> = {
  "node-test": [nodeTracer],
  mocha: [nodeTracer],
  tape: [nodeTracer],
  pytest: [pythonTracer],
  unittest: [pythonTracer],
  vitest: [],
  jest: [],
  go: [],
  cargo: [],
};

/** How a gate's runs can be traced: by its runner, else by the languages that there is anything to edit of. */
export function chooseTracers(
  gate: Pick<GateSpec, "runner">,
  editableFiles: readonly string[],
): readonly Tracer[] {
  if (gate.runner !== undefined) return byRunner[gate.runner];
  const has = (extension: RegExp) => editableFiles.some((path) => extension.test(path));
  return [...(has(/\.[cm]?[jt]s$/) ? [nodeTracer] : []), ...(has(/\.py$/) ? [pythonTracer] : [])];
}
