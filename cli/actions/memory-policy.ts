import { createRandom } from "../../src/campaign/create-random.ts";
import { openLessonIndex } from "../../src/memory/open-lesson-index.ts";
import { type ArmDescription, describePolicy } from "../../src/memory/policy/describe-policy.ts";
import { tallyRewards } from "../../src/memory/policy/tally-rewards.ts";
import { createRecall } from "../../src/memory/recall.ts";
import { maxRewards } from "../../src/open-policy.ts";
import { openForCommand } from "../open-for-command.ts";
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
  output.result({ json: rows, text: renderPolicy(rows) });
  return undefined;
}

function renderPolicy(rows: readonly ArmDescription[]): string {
  if (rows.length === 0) return "Memory holds no rewards yet: no attempt was judged.";
  const width = Math.max(...rows.map(({ arm }) => arm.length));
  const tables = [...Map.groupBy(rows, ({ itemKind }) => itemKind)].map(([itemKind, arms]) =>
    [
      itemKind,
      `  ${"arm".padEnd(width)}  tries  mean  90 % between   chance`,
      ...arms.map((row) => renderRow(row, width)),
    ].join("\n"),
  );
  return tables.join("\n\n");
}

function renderRow({ arm, tries, mean, low, high, chance }: ArmDescription, width: number): string {
  const between = `${low.toFixed(2)} and ${high.toFixed(2)}`;
  const share = `${Math.round(chance * 100)} %`;
  return `  ${arm.padEnd(width)}  ${String(tries).padStart(5)}  ${mean.toFixed(2)}  ${between}  ${share.padStart(6)}`;
}
