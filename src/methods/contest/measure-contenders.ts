import type { GateResult } from "../../domain/gate.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { createSourceParser } from "../../syntax/parse-source.ts";
import { rememberParses } from "../../syntax/remember-parses.ts";
import type { MethodTask } from "../method.ts";
import { measureEdits } from "../score/measure-edits.ts";
import { compareBehaviours } from "./compare-behaviours.ts";
import type { Contender } from "./gather-contenders.ts";
import type { MeasuredContender } from "./rank-contenders.ts";
import { type AttackOutcomes, runAttacks } from "./run-attacks.ts";
import { runInLanes } from "./run-in-lanes.ts";
import { tryContender } from "./try-contender.ts";
import { weighAttacks } from "./weigh-attacks.ts";
import { writeAttacks } from "./write-attacks.ts";

/**
 * Measures contenders: the item's gate on each; of those that it lets through, the attacks and what they do on generated
 * inputs; the code that they leave. Every part is journaled, also where it could not be had.
 */
export async function measureContenders(
  contenders: readonly Contender[],
  task: MethodTask,
  lanes: readonly Sandbox[],
): Promise<readonly MeasuredContender[]> {
  const { brainTask, readBase } = task;
  const parser = rememberParses(createSourceParser());
  const base = await runBase(task);
  const tries = await runInLanes({ items: contenders, lanes }, ({ proposal }, sandbox) =>
    tryContender({ proposal, base }, task, sandbox),
  );
  const green = contenders.filter((_, index) => tries[index]?.isGreen === true);
  await task.onStep({
    step: "try",
    status: green.length === 0 ? "none-green" : "tried",
    detail: `${green.length} of ${contenders.length} candidates mend the item and break nothing in a quick run of ${brainTask.gate.name}.`,
    figures: { candidates: contenders.length, green: green.length },
  });
  const attacks = await attack(green, task, { lanes, parser });
  const behaviour = await compareBehaviours(green, task, { lanes, parser });
  // Under a seed only counts may decide, never time.
  const isTimed = brainTask.limits.maxMs !== null;
  const measured: MeasuredContender[] = [];
  for (const [index, contender] of contenders.entries()) {
    const quick = tries[index];
    if (quick === undefined) continue;
    const at = green.indexOf(contender);
    const hasCalls = behaviour.callsMs.every((ms) => ms !== null) && green.length > 0;
    const timeMs = hasCalls ? (behaviour.callsMs[at] ?? null) : quick.durationMs;
    measured.push({
      contender,
      quick,
      measures: await measureEdits(contender.proposal.edits, { parser, readBase }),
      targets: brainTask.item.targets.length,
      attacks: attacks.counted,
      attacksFailed: attacks.failed[at] ?? 0,
      behaviourShare: behaviour.shares[at] ?? null,
      timeMs: isTimed && quick.isGreen ? timeMs : null,
    });
  }
  return measured;
}

/** Findings are compared with the base's, as a multiset; of checks the task says what the base passes. */
async function runBase({ brainTask, runGate }: MethodTask): Promise<GateResult | null> {
  const { gate, item, sandbox } = brainTask;
  if (item.kind !== "lint" && item.kind !== "type-error") return null;
  await sandbox.reset();
  return runGate({ spec: gate, sandbox });
}

async function attack(
  green: readonly Contender[],
  task: MethodTask,
  {
    lanes,
    parser,
  }: { readonly lanes: readonly Sandbox[]; readonly parser: ReturnType<typeof createSourceParser> },
): Promise<{ readonly counted: number; readonly failed: readonly number[] }> {
  const attacks = await writeAttacks(green, task, { parser });
  if (attacks.status === "skipped") {
    await task.onStep({ step: "attack", status: "skipped", detail: `No attacks: ${attacks.reason}.` });
    return { counted: 0, failed: [] };
  }
  const { files } = attacks;
  const outcomes: readonly AttackOutcomes[] = await runInLanes(
    { items: green, lanes },
    ({ proposal }, sandbox) => runAttacks({ proposal, files }, task, sandbox),
  );
  const { written, counted, failed } = weighAttacks(outcomes);
  await task.onStep({
    step: "attack",
    status: counted === 0 ? "no-difference" : "told-apart",
    detail: `${counted} of ${written} attacking tests in ${files.length} files count: they tell candidates apart, end the same way twice, and most pass them.`,
    figures: { files: files.length, written, counted, failed: failed.reduce((sum, count) => sum + count, 0) },
  });
  return { counted, failed };
}
