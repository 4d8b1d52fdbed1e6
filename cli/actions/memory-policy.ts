import { createRandom } from "../../src/domain/create-random.ts";
import { openLessonIndex } from "../../src/memory/open-lesson-index.ts";
import { describePolicy } from "../../src/memory/policy/describe-policy.ts";
import { tallyRewards } from "../../src/memory/policy/tally-rewards.ts";
import { createRecall } from "../../src/memory/recall.ts";
import { maxRewards } from "../../src/open-policy.ts";
import { operators } from "../../src/operators/registry.ts";
import { openForCommand } from "../open-for-command.ts";
import { renderPolicy } from "../render-policy.ts";
import type { ActionInput } from "../run-action.ts";

/** The same memory gives the same table. */
const SEED = 1;

/** `nightshift memory policy`: what methods, models, prompts and operators earned here, by kind of work item. */
export async function showPolicyAction({ options, output }: ActionInput<object>): Promise<undefined> {
  const { git, paths, clock, loaded } = await openForCommand(options, output);
  const { index } = await openLessonIndex({ path: paths.memoryIndex }, { git });
  using recall = createRecall(index);
  const { halfLifeDays } = loaded.config.memory;
  const tallies = tallyRewards(recall.listRewards(maxRewards), { at: clock.now(), halfLifeDays });
  const rows = describePolicy(tallies, createRandom(SEED));
  output.result({ json: rows, text: renderPolicy(rows, findBuiltIn) });
  return undefined;
}

function findBuiltIn(name: string): number | null {
  return operators.find((operator) => operator.name === name)?.prior ?? null;
}
