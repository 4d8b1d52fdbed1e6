import type { GateResult } from "../../../domain/gate.ts";
import type { BrainTask } from "../../brain.ts";
import type { OnlyPart } from "../../gate-run-request.ts";
import { mentionsName, readId } from "../locate/plan-traces.ts";
import type { SearchDeps } from "../search-deps.ts";
import { countTargets } from "./count-targets.ts";
import type { Stage } from "./stage.ts";

/** A candidate may take this many times as long as the failing run, and at least the minimum. */
const TIMEOUT_FACTOR = 4;
const MIN_TIMEOUT_MS = 2_000;
/** Files with fewer tests are run whole: starting the runner costs more than their tests. */
const MIN_CHECKS_FOR_NAME = 25;

/** The stages, or why the failure cannot be worked on. */
export type StagePlan =
  | { readonly status: "planned"; readonly stages: readonly Stage[] }
  | { readonly status: "unsuited"; readonly reason: string };

/**
 * Which runs a candidate goes through: the failing test, its file, the whole gate. A part is used only if the failure
 * shows in it; a failure that does not show in the whole gate either is not worked on.
 */
export async function planStages(task: BrainTask, deps: SearchDeps): Promise<StagePlan> {
  const { gate, item } = task;
  const stages: Stage[] = [];
  const hasParts = item.kind !== "lint" && item.kind !== "type-error" && item.files.length > 0;
  const canRunParts = gate.only !== undefined || gate.files !== undefined || gate.kind === "golden";
  if (hasParts && canRunParts) {
    const [file = ""] = item.files;
    const wholeFile = await tryStage("file", { file }, task, deps);
    const isLarge = task.passingChecks.filter((check) => check.file === file).length >= MIN_CHECKS_FOR_NAME;
    if (wholeFile !== null && isLarge && mentionsName(gate.only)) {
      const named = await tryStage("test", readId(item.targets[0] ?? "[]"), task, deps);
      if (named !== null) stages.push(named);
    }
    if (wholeFile !== null) stages.push(wholeFile);
  }
  const isMeasured = stages.length > 0;
  const whole = isMeasured
    ? ({ name: "gate", base: null, timeoutMs: gate.timeoutMs } as const)
    : await tryStage("gate", undefined, task, deps);
  if (whole === null)
    return { status: "unsuited", reason: `the failure does not show when ${gate.name} is run again` };
  return { status: "planned", stages: [...stages, whole] };
}

async function tryStage(
  name: Stage["name"],
  only: OnlyPart | undefined,
  { gate, sandbox, item, signal }: BrainTask,
  deps: SearchDeps,
): Promise<Stage | null> {
  const part = only === undefined ? {} : { only };
  const base: GateResult = await deps.runGate({
    spec: gate,
    sandbox,
    ...part,
    env: quickEnvironment,
    signal,
  });
  if (countTargets(base, item).failing === 0) return null;
  const timeoutMs = Math.max(MIN_TIMEOUT_MS, Math.ceil(base.durationMs * TIMEOUT_FACTOR));
  return { name, ...part, base, timeoutMs: Math.min(gate.timeoutMs, timeoutMs) };
}

/** Python takes a cached module for current when size and second are the same, as they are for a one-token edit. */
export const quickEnvironment = { PYTHONDONTWRITEBYTECODE: "1" } as const;
