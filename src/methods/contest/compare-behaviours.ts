import { type BehaviourGroups, groupBehaviours } from "../../brain/behaviour/group-behaviours.ts";
import { planProbe } from "../../brain/behaviour/plan-probe.ts";
import { type ProbeOutcome, runProbe } from "../../brain/behaviour/run-probe.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { SourceParser } from "../../syntax/parse-source.ts";
import type { MethodTask } from "../method.ts";
import type { Contender } from "./gather-contenders.ts";
import { runInLanes } from "./run-in-lanes.ts";

/** Test files that are read for the arguments in them, the item's own first. */
const MAX_TEST_FILES = 20;

/** How contenders compare by what they do; `callsMs` is null for one that was not probed. */
export type ComparedBehaviours = Pick<BehaviourGroups, "shares"> & {
  readonly callsMs: readonly (number | null)[];
};

/**
 * Calls the functions that contenders change with the same generated inputs, groups those that behave alike, and journals
 * what came of it. What cannot be probed counts neither way.
 */
export async function compareBehaviours(
  contenders: readonly Contender[],
  task: Pick<MethodTask, "brainTask" | "readBase" | "random" | "onStep">,
  { lanes, parser }: { readonly lanes: readonly Sandbox[]; readonly parser: SourceParser },
): Promise<ComparedBehaviours> {
  const { brainTask, onStep } = task;
  const candidates = contenders.map(({ proposal }) => proposal.edits);
  const neutral = { shares: contenders.map(() => null), callsMs: contenders.map(() => null) };
  const skip = async (reason: string): Promise<ComparedBehaviours> => {
    await onStep({
      step: "behaviour",
      status: "not-compared",
      detail: `Not compared in behaviour: ${reason}.`,
    });
    return neutral;
  };
  if (contenders.length < 2) return skip("there are not two candidates that mend the item");
  const tests = await readTests(task);
  const { readBase, random } = task;
  const plan = await planProbe({ candidates, tests }, { parser, readBase, random: () => random() });
  if (plan.status === "not-planned") return skip(plan.reason);
  const { gate, signal } = brainTask;
  const outcomes = await runInLanes({ items: candidates, lanes }, async (edits, sandbox) => {
    await sandbox.reset();
    await sandbox.apply(edits);
    const outcome = await runProbe(plan, { sandbox, gate, signal });
    await sandbox.reset();
    return outcome;
  });
  const { groups, shares, differing, compared } = groupBehaviours(outcomes);
  if (compared === 0) return skip(findReason(outcomes));
  const names = plan.targets.map(({ name }) => name).join(", ");
  await onStep({
    step: "behaviour",
    status: "compared",
    detail: `${names}: ${groups.length} behaviour${groups.length === 1 ? "" : "s"} among ${contenders.length} candidates, on ${compared} inputs.`,
    figures: {
      inputs: compared,
      differing,
      groups: groups.length,
      largest: groups[0]?.length ?? 0,
      known: plan.known,
    },
  });
  const callsMs = outcomes.map((outcome) => (outcome.status === "probed" ? outcome.callsMs : null));
  return { shares, callsMs };
}

function findReason(outcomes: readonly ProbeOutcome[]): string {
  const silent = outcomes.find((outcome) => outcome.status === "not-probed");
  return silent?.reason ?? "no input gives the same outcome twice";
}

async function readTests({ brainTask, readBase }: Pick<MethodTask, "brainTask" | "readBase">) {
  const { item, trackedFiles, protectionOf } = brainTask;
  const others = trackedFiles.filter((path) => protectionOf(path)?.rule === "tests");
  const paths = [...new Set([...item.files, ...others])].slice(0, MAX_TEST_FILES);
  const texts = await Promise.all(paths.map(async (path) => ({ path, text: (await readBase(path)) ?? "" })));
  return texts.filter(({ text }) => text !== "");
}
