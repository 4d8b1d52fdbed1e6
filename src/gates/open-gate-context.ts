import type { GateContext, GateDeps, GateRun } from "./gate-context.ts";
import { openKeptOutput } from "./keep-output.ts";

/** Starts the gate's clock: all commands of one run share one time limit. */
export function openGateContext(
  run: GateRun,
  { clock, git, signal, defences, outputFolder, redact = (text) => text }: GateDeps,
): GateContext {
  const limitMs = run.timeoutMs ?? run.spec.timeoutMs;
  const deadlineMs = clock.elapsedMs() + limitMs;
  return {
    ...(signal === undefined ? {} : { signal }),
    ...(defences === undefined ? {} : { defences }),
    ...run,
    redact,
    outputFiles: [],
    openOutput: () =>
      outputFolder === undefined
        ? null
        : openKeptOutput({ folder: outputFolder, label: `${run.sandbox.name}-${run.spec.name}` }, { redact }),
    remainingMs: () => Math.max(1, Math.ceil(deadlineMs - clock.elapsedMs())),
    listTrackedFiles: async () =>
      run.trackedFiles ?? (await git.listFiles(run.sandbox.commit)).map(({ path }) => path),
  };
}
