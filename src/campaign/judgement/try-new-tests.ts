import type { Denial } from "../../domain/denial.ts";
import { type Check, checkId, type GateResult, type GateSpec } from "../../domain/gate.ts";
import { runGate } from "../../gates/run-gate.ts";
import type { CampaignDeps } from "../campaign-deps.ts";
import type { StrengthInput } from "../strength/strength-input.ts";
import { judgedEnvironment } from "./judged-environment.ts";

/** Test files that are run on the base; more of them say little more. */
const MAX_FILES = 3;

/**
 * Runs a candidate's new and changed test files, and no others, on the base's sources. That some of their tests fail
 * there shows that they test the change; the reviewer is told how many. What the fix rests on is decided elsewhere, by
 * the base's own failing test.
 */
export async function tryNewTests(
  input: StrengthInput & { readonly results: ReadonlyMap<string, GateResult> },
  deps: CampaignDeps,
): Promise<readonly Denial[]> {
  const { position, sandbox, judges, results } = input;
  const notes: Denial[] = [];
  const trackedFiles = [...new Set([...input.trackedFiles, ...judges.map(({ path }) => path)])];
  for (const spec of deps.gates.filter(canRunOneFile)) {
    const before = new Set(position.measurement.results.get(spec.name)?.checks.map(checkId));
    const own = results.get(spec.name)?.checks ?? [];
    const added = own.filter((check) => check.status === "passed" && !before.has(checkId(check)));
    for (const file of judges.map(({ path }) => path).slice(0, MAX_FILES)) {
      const tests = added.filter((check) => check.file === file);
      if (tests.length === 0) continue;
      await sandbox.reset();
      await sandbox.apply(judges);
      deps.onProgress({ phase: "judging", detail: "new tests on the base" });
      const result = await runGate(
        { spec, sandbox, only: { file }, trackedFiles, env: judgedEnvironment },
        deps,
      );
      deps.signal.throwIfAborted();
      notes.push({ rule: "red-on-base", file, line: null, reason: describe(tests, result) });
    }
  }
  return notes;
}

function canRunOneFile({ kind, only, files }: GateSpec): boolean {
  return kind === "tests" && (only !== undefined || files !== undefined);
}

function describe(tests: readonly Check[], onBase: GateResult): string {
  if (onBase.status === "error") return `its new tests give no evidence on the base: ${onBase.reason}`;
  const passing = new Set(onBase.checks.filter(({ status }) => status === "passed").map(checkId));
  const red = tests.filter((check) => !passing.has(checkId(check))).length;
  return `of ${tests.length} new tests ${red} fail without the change`;
}
