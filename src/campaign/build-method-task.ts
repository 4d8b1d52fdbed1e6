import { availableParallelism } from "node:os";
import { createRandom } from "../domain/create-random.ts";
import { runGate } from "../gates/run-gate.ts";
import type { MethodTask } from "../methods/method.ts";
import type { TreeEntry } from "../ports.ts";
import type { AttemptInput } from "./attempt-item.ts";
import { buildBrainTask } from "./build-brain-task.ts";
import type { CampaignDeps } from "./campaign-deps.ts";
import { createApproachDescriber } from "./describe-approach.ts";
import { judgeProposal, type Trial } from "./judge-proposal.ts";
import { reproduce } from "./reproduce.ts";

/** What a method works in: where, on what, and whom to tell of the trials. */
export type MethodInput = AttemptInput & {
  /** Kebab case, as in the registry. */
  readonly method: string;
  readonly files: readonly TreeEntry[];
  /** Sandboxes that are opened on the way go with it. */
  readonly stack: AsyncDisposableStack;
  onTrial(trial: Trial): void;
};

/** What a method gets for an item: brains, their task, and the campaign's judgement as functions. */
export function buildMethodTask(input: MethodInput, deps: CampaignDeps): MethodTask {
  const { cycle, item, position, files } = input;
  const { git, log, signal } = deps;
  const describe = createApproachDescriber({ item, tree: position.tree, files }, deps);
  return {
    brains: deps.brains,
    advisor: deps.advise?.(cycle, item) ?? null,
    brainTask: buildBrainTask(input, files, deps),
    attempts: deps.config.attempts,
    settings: deps.config.method,
    policy: deps.openPolicy(),
    width: availableParallelism(),
    random: createRandom(deps.seed + cycle),
    judgeProposal: async (proposal, attempt) => {
      signal.throwIfAborted();
      const trial = await judgeProposal({ ...input, proposal, attempt }, deps);
      if (trial.status === "refused") return trial;
      input.onTrial(trial);
      const { judgement } = trial;
      if (judgement.status === "promote") return { status: "promote" };
      return { status: "reject", reason: judgement.reason, gates: judgement.gates };
    },
    reproduce: (tests) => reproduce(tests, input, deps, (next) => buildMethodTask(next, deps)),
    openSandbox: (name) => deps.sandboxes.open(`${deps.campaign}/${cycle}-${name}`, position.commit),
    runGate: (run) => runGate({ ...run, signal }, deps),
    gates: deps.gates,
    readBase: async (path) => {
      const content = await git.readFile(position.tree, path);
      const text = content?.toString("utf8") ?? null;
      return content !== null && text !== null && Buffer.from(text).equals(content) ? text : null;
    },
    describeEdits: async (edits) => (await describe(edits)).diff,
    onStep: async ({ figures = {}, candidate, ...step }) => {
      const approach = candidate === undefined ? null : await describe(candidate.edits);
      await log.append({
        type: "method-stepped",
        cycle,
        method: input.method,
        ...step,
        figures: { ...figures },
        candidate:
          candidate === undefined || approach === null
            ? null
            : {
                summary: candidate.summary,
                origin: candidate.origin,
                files: [...approach.files],
                diff: approach.diff,
              },
      });
    },
  };
}
