import { existsSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { cleanRepository } from "../../src/campaign/clean-repository.ts";
import { lockCampaign } from "../../src/campaign/lock-campaign.ts";
import { planCleaning } from "../../src/campaign/plan-cleaning.ts";
import { usageError } from "../../src/domain/errors.ts";
import { sweepSandboxes } from "../../src/sandbox/sweep-sandboxes.ts";
import { openForCommand } from "../open-for-command.ts";
import type { ActionInput } from "../run-action.ts";

/** `nightshift clean`: lists every ref and file of Nightshift's, asks, and removes them. */
export async function cleanAction({
  options,
  output,
}: ActionInput<{ readonly yes?: boolean }>): Promise<undefined> {
  const { git, paths, processes } = await openForCommand(options, output);
  await using _lock = await lockCampaign({ commonDir: git.commonDir, campaign: "clean" });
  const plan = await planCleaning({ stateRoot: paths.root }, { git });
  const refs = plan.refs.map(({ ref }) => ref);
  const files = plan.paths.filter((file) => existsSync(file));
  for (const each of [...refs, ...files]) output.note(`  ${each}`);
  if (options.yes !== true && !(await confirm(refs.length))) {
    output.result({ json: { status: "kept" }, text: "Nothing was removed." });
    return undefined;
  }
  // What candidate code left in a killed campaign's sandbox may be protected against an ordinary removal.
  await sweepSandboxes({ stateRoot: paths.root, isDryRun: true }, { git, processes });
  await cleanRepository(plan, { git });
  output.result({
    json: { status: "removed", refs, files },
    text: `Removed ${refs.length} refs and ${files.length} files and folders.`,
  });
  return undefined;
}

async function confirm(refCount: number): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw usageError({
      code: "NOT_CONFIRMED",
      message: `clean would remove ${refCount} refs and their files, and there is no terminal to ask on.`,
      hint: "Add --yes when you are sure.",
    });
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question("Remove all of this? [y/N] ");
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}
