import { NightshiftError } from "./domain/errors.ts";
import type { ProcessRunner } from "./ports.ts";
import { prepareIsolation } from "./sandbox/prepare-isolation.ts";

/** How candidate code has to be held in a job. */
export type JobIsolation = "required" | "auto" | "none";

/** What a runner is made ready with. */
export type HoldInput = {
  /** An input of the action; undefined: none was given. */
  readonly asked: JobIsolation | undefined;
  /** `sandbox.isolation` of the configuration. */
  readonly configured: JobIsolation;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform?: string;
};

/**
 * Makes the runner ready to hold candidate code, and gives the mode that holds from now on: `required` unless the input
 * or the configuration switched isolation off, or the input asked for `auto`. `onNote` is told what was done to the machine.
 * Throws `ISOLATION_MISSING` with why it cannot be.
 */
export async function holdCandidates(
  { asked, configured, ...where }: HoldInput,
  deps: { readonly processes: ProcessRunner; readonly onNote: (text: string) => void },
): Promise<JobIsolation> {
  const mode = asked ?? (configured === "none" ? "none" : "required");
  if (mode === "none") {
    deps.onNote(
      "Candidate code is not isolated. What it promotes is published only where verify ran isolated.",
    );
    return mode;
  }
  const prepared = await prepareIsolation(where, deps);
  if (prepared.status === "ready") {
    for (const step of prepared.steps) deps.onNote(`To isolate candidate code: ${step}.`);
    deps.onNote(`Candidate code is isolated by bubblewrap ${prepared.version}.`);
    return mode;
  }
  if (mode === "auto") {
    deps.onNote(`Candidate code cannot be isolated: ${prepared.reason}.`);
    return mode;
  }
  throw new NightshiftError({
    code: "ISOLATION_MISSING",
    message: `Candidate code cannot be isolated on this runner: ${prepared.reason}.`,
    hint: prepared.hint,
  });
}
