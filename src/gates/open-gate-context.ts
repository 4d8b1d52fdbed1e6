import type { GateContext, GateDeps, GateRun } from "./gate-context.ts";

/** Starts the gate's clock: all commands of one run share one time limit. */
export function openGateContext(
  run: GateRun,
  { clock, git, signal, defences, redact }: GateDeps,
): GateContext {
  const limitMs = run.timeoutMs ?? run.spec.timeoutMs;
  const deadlineMs = clock.elapsedMs() + limitMs;
  return {
    ...(signal === undefined ? {} : { signal }),
    ...(defences === undefined ? {} : { defences }),
    ...run,
    redact: redact ?? ((text) => text),
    remainingMs: () => Math.max(1, Math.ceil(deadlineMs - clock.elapsedMs())),
    listTrackedFiles: async () =>
      run.trackedFiles ?? (await git.listFiles(run.sandbox.commit)).map(({ path }) => path),
  };
}
