import type { GateResult, GateSpec } from "../../domain/gate.ts";
import { findNamedTests } from "./find-named-tests.ts";

/** Where the base's tests are, in the report's order; of a report that names no files, by what its tests are called. */
export async function listTestFiles(input: {
  readonly spec: Pick<GateSpec, "cwd">;
  readonly base: GateResult;
  readonly trackedFiles: readonly string[];
  read(path: string): Promise<string | null>;
}): Promise<readonly string[]> {
  const ran = input.base.checks.filter(({ status }) => status !== "skipped");
  const named = [...new Set(ran.map(({ file }) => file))].filter((file) => file !== "");
  return named.length > 0 ? named : await findNamedTests({ ...input, cwd: input.spec.cwd });
}
