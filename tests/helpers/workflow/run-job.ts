import { type ActionEnd, openActionRunner } from "../run-action.ts";
import { fillTemplate, isDue, type Scope } from "./evaluate.ts";
import type { Job, Step } from "./read-workflow.ts";

/** How a job ended: skipped, or by its steps; `end` is that of Nightshift's own action in it. */
export type JobEnd = {
  readonly result: "success" | "failure" | "skipped";
  readonly outputs: Readonly<Record<string, string>>;
  readonly end: ActionEnd | null;
};

/** A machine in the middle of a job. A checkout moves its `workspace`. */
export type JobMachine = {
  readonly runner: ReturnType<typeof openActionRunner>;
  readonly about: { workspace: string };
};

/** How a step ended. */
export type StepEnd = {
  readonly isFailed: boolean;
  readonly outputs: Readonly<Record<string, string>>;
  readonly end?: ActionEnd;
};

/** A step with its `with:` and `env:` filled in, by its own machine. */
export type StepRun = (
  step: Pick<Step, "uses" | "run"> & {
    readonly inputs: Readonly<Record<string, string>>;
    readonly env: Readonly<Record<string, string>>;
    readonly scope: Scope;
  },
  machine: JobMachine,
) => Promise<StepEnd>;

/** Runs the steps of one job on a machine of its own, each by its condition, as the runner does. */
export async function runJob(
  job: Job,
  input: {
    /** What the machine tells its steps. */
    readonly about: Parameters<typeof openActionRunner>[0];
    /** Without `steps` and `runner`. */
    readonly contexts: Scope["contexts"];
  },
  runStep: StepRun,
): Promise<JobEnd> {
  const about = { ...input.about };
  using runner = openActionRunner(about);
  const steps: Record<string, { readonly outputs: StepEnd["outputs"] }> = {};
  let [hasFailed, end]: [boolean, ActionEnd | null] = [false, null];
  const see = (): Scope => ({
    contexts: { ...input.contexts, steps, runner: { temp: runner.temporary } },
    hasFailed,
  });
  for (const step of job.steps) {
    const scope = see();
    if (!isDue(step.if, scope)) continue;
    const inputs = fillAll(step.with ?? {}, scope);
    const ended = await runStep(
      { ...step, inputs, env: fillAll(step.env ?? {}, scope), scope },
      { runner, about },
    );
    if (step.id !== undefined) steps[step.id] = { outputs: ended.outputs };
    hasFailed ||= ended.isFailed;
    end = ended.end ?? end;
  }
  return { result: hasFailed ? "failure" : "success", outputs: fillAll(job.outputs ?? {}, see()), end };
}

/** Every value with its expressions filled in. */
export function fillAll(
  values: Readonly<Record<string, string | number | boolean>>,
  scope: Scope,
): Readonly<Record<string, string>> {
  const entries = Object.entries(values);
  return Object.fromEntries(entries.map(([name, value]) => [name, fillTemplate(String(value), scope)]));
}
