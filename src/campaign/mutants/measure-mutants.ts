import { NightshiftError } from "../../domain/errors.ts";
import type { GateResult, GateSpec } from "../../domain/gate.ts";
import type { GateDeps } from "../../gates/gate-context.ts";
import { runGate } from "../../gates/run-gate.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { SourceParser } from "../../syntax/parse-source.ts";
import { judgedEnvironment } from "../judgement/judged-environment.ts";
import { chooseMutants } from "./choose-mutants.ts";
import { findReaching } from "./find-reaching.ts";
import { measureReach } from "./measure-reach.ts";
import type { MutationReport, TriedMutant } from "./mutation-report.ts";
import { readSites } from "./read-sites.ts";
import { runMutants } from "./run-mutants.ts";

/** Failing tests that an error names. */
const MAX_NAMED = 3;

/** What is to be mutated. */
export type MutationInput = {
  readonly spec: GateSpec;
  /** Files of the commit that may be mutated. */
  readonly sources: readonly string[];
  readonly trackedFiles: readonly string[];
  readonly seed: number;
  readonly max: number;
};

/** What measuring needs from outside. */
export type MutationDeps = GateDeps & {
  readonly parser: SourceParser;
  readonly signal: AbortSignal;
  /** A disposable tree of the commit. */
  openSandbox(name: string): Promise<Sandbox>;
  onProgress(detail: string): void;
};

/**
 * Plants faults in sources and tells which of them the gate's tests see. Coverage comes first: a mutant is run against
 * the test files that go through it, and against none where none does. A warm session may say that a test kills it;
 * everything else is said by the gate itself, in fresh processes.
 *
 * Throws `BASE_RED` where the tests do not pass without a fault, and `BASE_WITHOUT_EVIDENCE` where they give no evidence.
 */
export async function measureMutants(input: MutationInput, deps: MutationDeps): Promise<MutationReport> {
  const { spec, sources, trackedFiles, seed, max } = input;
  const startedMs = deps.clock.elapsedMs();
  await using sandbox = await deps.openSandbox("base");
  deps.onProgress(`the tests as they are (${spec.name})`);
  const base = await runGate({ spec, sandbox, trackedFiles, env: judgedEnvironment }, deps);
  refuseRed(base);
  const { sites, originals, skipped } = await readSites(sources, sandbox, deps);
  const files = sites.map(({ source }) => source.path);
  const reach = await measureReach({ base, spec, sandbox, trackedFiles, sources: files }, deps);
  const { mutants, found } = chooseMutants(sites, { seed, max });
  const reached = mutants.map((mutant) => ({ mutant, reaching: findReaching(mutant, reach) }));
  const open = reached.filter(({ reaching }) => reaching.length > 0);
  const { ends, way } = await runMutants({ open, originals, base, spec, trackedFiles, sandbox }, deps);
  const tried = reached.map(({ mutant, reaching }): TriedMutant => {
    const end = ends.get(mutant) ?? "uncovered";
    return { mutant, end, reaching: reaching.map(({ path }) => path) };
  });
  const { blindness } = reach;
  return {
    ...{ gate: spec.name, tried, found, files, skipped, way },
    testFiles: reach.testFiles.map(({ path }) => path),
    coverage: blindness === null ? { status: "seen" } : { status: "unseen", reason: blindness },
    durationMs: deps.clock.elapsedMs() - startedMs,
  };
}

function refuseRed({ status, gate, reason, checks }: GateResult): void {
  if (status === "passed") return;
  if (status === "error")
    throw new NightshiftError({
      code: "BASE_WITHOUT_EVIDENCE",
      message: `Gate ${gate} gives no evidence without a fault: ${reason}.`,
      hint: "`nightshift doctor` says what this machine lacks, `nightshift plan` how each gate fares.",
    });
  const failed = checks.filter((check) => check.status === "failed");
  const named = failed.slice(0, MAX_NAMED).map(({ file, name }) => `${file}: ${name}`);
  const rest = failed.length > MAX_NAMED ? ` and ${failed.length - MAX_NAMED} more` : "";
  throw new NightshiftError({
    code: "BASE_RED",
    message: `Gate ${gate} does not pass without a fault: ${reason}${named.length > 0 ? ` (${named.join("; ")}${rest})` : ""}.`,
    hint: "Mend the tests first; `nightshift run` may be able to.",
  });
}
