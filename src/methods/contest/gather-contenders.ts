import type { Brain, BrainEnd, BrainTask, Proposal } from "../../brain/brain.ts";
import type { FileEdit } from "../../domain/candidate.ts";
import { digest } from "../../domain/digest.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { enough } from "../enough.ts";
import type { MethodTask } from "../method.ts";
import { runInLanes } from "./run-in-lanes.ts";

/** What a model is asked with, one after the other: from the likeliest answer to the most daring one. */
const temperatures = [0.1, 0.4, 0.7, 1] as const;

/** A candidate in the contest. */
export type Contender = {
  readonly proposal: Proposal;
  readonly brain: Brain["kind"];
  /** Of the model that made it; null for search. */
  readonly temperature: number | null;
};

/** Who takes part, and how the brains ended that were asked for all that they know. */
export type Gathered = {
  readonly contenders: readonly Contender[];
  readonly brainEnds: readonly { readonly kind: Brain["kind"]; readonly end: BrainEnd }[];
};

/**
 * Has the brains propose candidates, as many as `settings.candidates` together: search gives several, up to half of them
 * where there is a model as well; a model gives one at each temperature, in sandboxes of its own, side by side. The same
 * edits take part once, and an approach that memory refuses does not.
 */
export async function gatherContenders(
  task: Pick<MethodTask, "brains" | "brainTask" | "settings" | "onStep">,
  lanes: readonly Sandbox[],
): Promise<Gathered> {
  const { brainTask, settings } = task;
  const brains = task.brains.filter((brain) => !brainTask.isExhausted(brain));
  const models = brains.filter(({ kind }) => kind === "llm");
  const searchers = brains.filter(({ kind }) => kind !== "llm");
  const most = models.length === 0 ? settings.candidates : Math.floor(settings.candidates / 2);
  const found: Contender[] = [];
  const brainEnds: { kind: Brain["kind"]; end: BrainEnd }[] = [];
  for (const brain of searchers) {
    const turn = await takeProposals(brain, brainTask, most - found.length);
    for (const proposal of turn.proposals) found.push({ proposal, brain: brain.kind, temperature: null });
    if (turn.end !== null) brainEnds.push({ kind: brain.kind, end: turn.end });
  }
  const authors = models.flatMap((brain) =>
    Array.from({ length: Math.ceil((settings.candidates - found.length) / models.length) }, (_, index) => ({
      brain,
      temperature: temperatures[index % temperatures.length] ?? null,
    })),
  );
  await runInLanes({ items: authors, lanes }, async ({ brain, temperature }, sandbox) => {
    const turn = await takeProposals(brain, { ...brainTask, sandbox, temperature }, 1);
    return { turn, contender: { brain: brain.kind, temperature } };
  }).then((turns) => {
    for (const { turn, contender } of turns) {
      for (const proposal of turn.proposals) found.push({ proposal, ...contender });
      if (turn.end !== null) brainEnds.push({ kind: contender.brain, end: turn.end });
    }
  });
  return { contenders: await sift(found, task), brainEnds };
}

async function takeProposals(
  brain: Brain,
  task: BrainTask,
  most: number,
): Promise<{ readonly proposals: readonly Proposal[]; readonly end: BrainEnd | null }> {
  const proposals: Proposal[] = [];
  const running = brain.propose(task);
  try {
    while (proposals.length < most) {
      const next = await running.next();
      if (next.done) return { proposals, end: next.value };
      proposals.push(next.value);
    }
    return { proposals, end: null };
  } finally {
    await running.return(enough);
  }
}

/** Leaves out what is there twice, what changes nothing and what memory refuses; says so in the journal. */
async function sift(
  found: readonly Contender[],
  { brainTask, onStep }: Pick<MethodTask, "brainTask" | "onStep">,
): Promise<readonly Contender[]> {
  const distinct = new Map<string, Contender>();
  for (const contender of found) {
    const key = editsKey(contender.proposal.edits);
    if (!distinct.has(key) && contender.proposal.edits.length > 0) distinct.set(key, contender);
  }
  const contenders: Contender[] = [];
  for (const contender of distinct.values())
    if (!(await brainTask.isAvoided(contender.proposal.edits))) contenders.push(contender);
  const avoided = distinct.size - contenders.length;
  await onStep({
    step: "gather",
    status: contenders.length === 0 ? "gave-nothing" : "gathered",
    detail: `${found.length} proposed, ${found.length - distinct.size} of them the same as others or empty, ${avoided} refused by memory.`,
    figures: { proposed: found.length, distinct: distinct.size, avoided },
  });
  return contenders;
}

function editsKey(edits: readonly FileEdit[]): string {
  const sorted = edits.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return digest(
    ...sorted.flatMap(({ path, mode, content }) => [path, mode, content === null ? "-" : `+${content}`]),
  );
}
