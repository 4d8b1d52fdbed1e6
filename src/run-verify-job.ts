import type { Runner } from "./adapters/actions/create-runner.ts";
import type { ActionsContext } from "./adapters/actions/read-actions-context.ts";
import { createProcessRunner } from "./adapters/process-runner.ts";
import { writeAtomically } from "./adapters/write-atomically.ts";
import { findBundle } from "./find-bundle.ts";
import { holdCandidates } from "./hold-candidates.ts";
import { openStopSignals } from "./open-stop-signals.ts";
import { readVersion } from "./read-version.ts";
import { cutSummary } from "./report/cut-summary.ts";
import { listVerdictAnnotations } from "./report/list-verdict-annotations.ts";
import { renderVerdictSummary } from "./report/render-verdict-summary.ts";
import { runVerification, type Verification } from "./run-verification.ts";
import { showJobLog } from "./show-job-log.ts";

/** What the verify action is asked for. */
export type VerifyJobInput = {
  /** A folder, or a zip. */
  readonly bundle: string;
  /** Content id of the only bundle that is verified; undefined: whichever is there. */
  readonly bundleId?: string | undefined;
  /** A folder in a fresh checkout. */
  readonly repo: string;
  readonly root?: string | undefined;
  /** Commit that the bundle has to start from; undefined: what is checked out. */
  readonly base?: string | undefined;
  readonly maxMinutes?: number | undefined;
  /** File that the verdict is written to. */
  readonly output: string;
};

/** What the verify action runs in. */
export type VerifyJobDeps = {
  readonly runner: Runner;
  readonly context: ActionsContext;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/**
 * Verifies a bundle as a step of a workflow: isolated or not at all, by the base's configuration, with the verdict in a
 * file and its content id among the outputs, which is what publish goes by. Gives the exit code: 1 for a bundle that is
 * refused; promotions that are dropped are no failure.
 *
 * Throws `ISOLATION_MISSING`, and what `runVerification` throws.
 */
export async function runVerifyJob(input: VerifyJobInput, deps: VerifyJobDeps): Promise<number> {
  const { runner, context, environment } = deps;
  const source = await findBundle(input.bundle);
  await holdCandidates(
    { asked: "required", configured: "required", environment },
    { processes: createProcessRunner(), onNote: (text) => runner.print(text) },
  );
  using stop = openStopSignals(() => runner.print("Stopping: the run was cancelled."));
  const verification = await runVerification({
    ...{ source, repo: input.repo, root: input.root ?? null, base: input.base ?? null },
    bundleId: input.bundleId,
    ...{ repository: context.repository, sacred: context.defaultBranch },
    ...{ maxMinutes: input.maxMinutes ?? null, environment, nightshift: readVersion() },
    ...{ signal: stop.signal, onEvent: showJobLog(runner), onProgress: () => {} },
  });
  return tellVerification(verification, input.output, runner);
}

async function tellVerification(verification: Verification, file: string, runner: Runner): Promise<number> {
  runner.appendSummary(cutSummary(renderVerdictSummary(verification)));
  for (const { level, title, message } of listVerdictAnnotations(verification))
    runner.annotate(level, message, title);
  if (verification.status === "refused") return 1;
  const { verdict, text, cid } = verification;
  await writeAtomically(file, text);
  const dropped = verdict.promotions.filter(({ status }) => status === "dropped");
  const outputs = {
    bundle: verdict.bundle,
    verdict: cid,
    "verdict-file": file,
    verified: String(verdict.promotions.length - dropped.length),
    dropped: String(dropped.length),
  };
  for (const [name, value] of Object.entries(outputs)) runner.setOutput(name, value);
  return 0;
}
