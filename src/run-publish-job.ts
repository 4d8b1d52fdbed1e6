import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { Runner } from "./adapters/actions/create-runner.ts";
import type { ActionsContext } from "./adapters/actions/read-actions-context.ts";
import { createClock } from "./adapters/clock.ts";
import { createGitHub } from "./adapters/github/create-github.ts";
import { describeError, usageError } from "./domain/errors.ts";
import { findBundle } from "./find-bundle.ts";
import { type FinishedPending, finishPending } from "./finish-pending.ts";
import { openGitHubMemory } from "./open-github-memory.ts";
import { type PublishDeps, publish } from "./publish/publish.ts";
import { readSettings } from "./publish/read-settings.ts";
import { createPatchWriter } from "./publish/write-patches.ts";
import { toPlainText } from "./report/plain-text.ts";
import { settleFates } from "./settle-fates.ts";
import { tellPublication } from "./tell-publication.ts";

/** What the publish action is asked for. */
export type PublishJobInput = {
  /** A folder, or a zip. */
  readonly bundle: string;
  /** A file, or the folder that holds `verdict.json`. */
  readonly verdict: string;
  /** Content id of the verdict, from the outputs of the job that made it. */
  readonly verdictCid: string;
  readonly token: string;
  /** Commit that the campaign started from; undefined: the run's own. */
  readonly base?: string | undefined;
  readonly dryRun: boolean;
  /** Folder for patches of what could not be offered yet. */
  readonly patches: string;
};

/** What the publish action runs in. */
export type PublishJobDeps = { readonly runner: Runner; readonly context: ActionsContext };

/**
 * Publishes a verified bundle as a step of a workflow. Nothing of the repository is run or checked out. Gives the exit
 * code: 1 for a bundle that is refused; what limits held back is no failure and is finished next time.
 */
export async function runPublishJob(input: PublishJobInput, deps: PublishJobDeps): Promise<number> {
  const { runner, context } = deps;
  const bundle = await findBundle(input.bundle);
  const verdict = await readVerdict(input.verdict);
  const clock = createClock();
  const [owner = "", name = ""] = context.repository.split("/");
  const reader = createGitHub(
    {
      ...{ repository: { owner, name }, auth: { token: input.token }, baseUrl: context.apiUrl },
      cacheFolder: path.join(context.temporary, "nightshift-cache"),
    },
    { clock },
  );
  const settings = await readSettings(context.sha, { github: reader });
  if (settings.status === "refused") return tellPublication(settings, runner);
  const github = reader.guardedBy({ prefix: settings.settings.prefix, sacred: context.defaultBranch });
  const publishing: PublishDeps = {
    ...{ github, clock, writePatches: createPatchWriter(input.patches) },
    openMemory: (prefix) => openGitHubMemory({ github, prefix }),
  };
  const publication = await publish(
    {
      ...{ bundle, verdict, run: context.runId, leavesDeclines: true },
      ...{ verdictCid: input.verdictCid, base: input.base ?? context.sha, isDryRun: input.dryRun },
    },
    publishing,
  );
  // Behind tonight's own, whose promotions master has been prepared for.
  if (publication.status === "published") {
    const { prefix } = settings.settings;
    const { keepDays } = settings.config.memory;
    const finished = await finishPending({ prefix, keepDays, except: publication.campaign }, publishing);
    for (const one of finished) runner.print(describeFinished(one));
    const { merged, declined, reason } = await settleFates(
      { sacred: context.defaultBranch },
      { github, clock, prefix, config: settings.config },
    );
    if (merged + declined > 0 || reason !== "")
      runner.print(
        toPlainText(`Learned from ${merged} merged and ${declined} closed offers. ${reason}`.trim()),
      );
  }
  const { calls, cached, hitRate, remaining } = github.getUsage();
  const share = Math.round(hitRate * 100);
  runner.print(
    `${calls} calls of GitHub's API, ${cached} (${share} % of reads) answered from the cache, ${remaining ?? "?"} left this hour.`,
  );
  return tellPublication(publication, runner);
}

async function readVerdict(place: string): Promise<Buffer> {
  try {
    const isFolder = (await stat(place)).isDirectory();
    return await readFile(isFolder ? path.join(place, "verdict.json") : place);
  } catch (error) {
    throw usageError({
      code: "VERDICT_UNREADABLE",
      message: `The verdict ${place} cannot be read: ${describeError(error)}`,
      hint: "Name the file that verify wrote, or the folder that it was downloaded to.",
      cause: error,
    });
  }
}

function describeFinished(finished: FinishedPending): string {
  const { campaign, status } = finished;
  const what =
    status === "published"
      ? `finished with ${finished.publication.pullRequests.length} pull requests`
      : `${status}: ${finished.reason}`;
  return toPlainText(`What waited of campaign ${campaign}: ${what}.`);
}
