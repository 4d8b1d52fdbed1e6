import type { AttemptInput } from "../../src/campaign/attempt-item.ts";
import { buildMethodTask } from "../../src/campaign/build-method-task.ts";
import type { Trial } from "../../src/campaign/judge-proposal.ts";
import { summarizeItem } from "../../src/campaign/summarize-item.ts";
import type { FileEdit } from "../../src/domain/candidate.ts";
import type { EventOf } from "../../src/domain/events.ts";
import type { WorkItem } from "../../src/domain/work-item.ts";
import type { MethodTask, Reproduction } from "../../src/methods/method.ts";
import { type JudgeRig, openJudgeRig } from "./judge-rig.ts";

/** A measured project, and the campaign's own task for an item on it. */
export type ReproductionRig = AsyncDisposable & {
  readonly rig: JudgeRig;
  readonly trials: readonly Trial[];
  /** The task of a method for what a person asks for, or for the item that the gates found. */
  openTask(item?: WorkItem): Promise<MethodTask>;
  /** Has new tests tried for what a person asks for, given as path → content. */
  reproduce(tests: Readonly<Record<string, string | null>>): Promise<Reproduction>;
  lastEvent(): EventOf<"reproduction-judged"> | undefined;
};

/** What a person asks for, as it is before any test shows it. */
export const askedItem: WorkItem = {
  ...{ id: "asked", kind: "issue", gate: "unit", gateKind: "tests", title: "Totals are wrong" },
  ...{ files: [], targets: [], signature: "Totals are wrong with two items" },
  evidence: [
    { id: "asked", title: "Totals are wrong", message: "Two items add to less than one.", stack: "" },
  ],
};

/** Edits of new or changed files, given as path → content; null deletes. */
export function editsOf(files: Readonly<Record<string, string | null>>): readonly FileEdit[] {
  return Object.entries(files).map(([path, content]) => ({ path, mode: "100644", content }));
}

/** Opens a project that has at least one failing check; see `openJudgeRig`. */
export async function openReproductionRig(
  input: Parameters<typeof openJudgeRig>[0],
): Promise<ReproductionRig> {
  const stack = new AsyncDisposableStack();
  const rig = stack.use(await openJudgeRig(input));
  const { deps, position } = rig;
  const files = await deps.git.listFiles(position.tree);
  const trials: Trial[] = [];
  let opened = 0;
  const openTask = async (item: WorkItem = askedItem) => {
    opened += 1;
    const name = `${deps.campaign}/task-${opened}`;
    const sandbox = stack.use(await deps.sandboxes.open(name, position.commit));
    const inner = stack.use(new AsyncDisposableStack());
    const attempt: AttemptInput = { cycle: 1, item, position, sandbox };
    await deps.log.append({
      type: "cycle-started",
      ...{ cycle: 1, item: summarizeItem(item), tree: position.tree, brain: "llm", method: "test-driven" },
    });
    return buildMethodTask(
      {
        ...attempt,
        ...{ method: "test-driven", files, stack: inner, onTrial: (trial) => void trials.push(trial) },
      },
      deps,
    );
  };
  let task: Promise<MethodTask> | null = null;
  return {
    rig,
    trials,
    openTask,
    async reproduce(tests) {
      task ??= openTask();
      return (await task).reproduce(editsOf(tests));
    },
    lastEvent: () =>
      rig
        .events()
        .filter((event) => event.type === "reproduction-judged")
        .at(-1),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
