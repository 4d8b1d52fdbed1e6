import { createInterface } from "node:readline/promises";
import { cleanRepository } from "../../src/campaign/clean-repository.ts";
import { lockCampaign } from "../../src/campaign/lock-campaign.ts";
import { planCleaning } from "../../src/campaign/plan-cleaning.ts";
import { usageError } from "../../src/domain/errors.ts";
import { openForCommand } from "../open-for-command.ts";
import type { ActionInput } from "../run-action.ts";

/** `nightshift clean`: lists every ref and folder of Nightshift's, asks, and removes them. */
export async function cleanAction({
  options,
  output,
}: ActionInput<{ readonly yes?: boolean }>): Promise<undefined> {
  const { git, paths } = await openForCommand(options, output);
  await using _lock = await lockCampaign({ commonDir: git.commonDir, campaign: "clean" });
  const plan = await planCleaning({ folders: [paths.root] }, { git });
  for (const { ref } of plan.refs) output.note(`  ${ref}`);
  for (const folder of plan.folders) output.note(`  ${folder}`);
  if (options.yes !== true && !(await confirm(plan.refs.length))) {
    output.result({ json: { status: "kept" }, text: "Nothing was removed." });
    return undefined;
  }
  await cleanRepository(plan, { git });
  const refs = plan.refs.map(({ ref }) => ref);
  output.result({
    json: { status: "removed", refs, folders: plan.folders },
    text: `Removed ${refs.length} refs and ${plan.folders.length} folders.`,
  });
  return undefined;
}

async function confirm(refCount: number): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw usageError({
      code: "NOT_CONFIRMED",
      message: `clean would remove ${refCount} refs and the state folder, and there is no terminal to ask on.`,
      hint: "Add --yes when you are sure.",
    });
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question("Remove all of this? [y/N] ");
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}
