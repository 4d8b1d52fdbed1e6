import { readJobAge } from "./adapters/actions/read-job-age.ts";
import { presets } from "./adapters/llm/presets.ts";
import { adoptRemoteRefs } from "./adopt-remote-refs.ts";
import { usageError } from "./domain/errors.ts";
import { flagSettings } from "./flag-settings.ts";
import { holdCandidates } from "./hold-candidates.ts";
import { limitHours } from "./limit-hours.ts";
import { type OpenRepository, openRepository } from "./open-repository.ts";
import type { CampaignJobDeps, CampaignJobInput } from "./run-campaign-job.ts";

const MS_PER_HOUR = 3_600_000;

/** A checkout that a campaign can run in. */
export type OpenForJob = {
  readonly repository: OpenRepository;
  /** When the campaign has to end, from now on; `Infinity` where its own limit comes first. */
  readonly deadlineMs: number;
};

/**
 * Opens the checkout for a campaign: by the default branch alone, with the branches that the remote has, isolated, within
 * the job's time, and with the model's key in the variable that its provider reads.
 *
 * Throws the usage errors of `openRepository` and `NOT_DEFAULT_BRANCH`, and `ISOLATION_MISSING`.
 */
export async function openForJob(
  input: CampaignJobInput,
  { runner, context, environment }: CampaignJobDeps,
): Promise<OpenForJob> {
  const { flags, repo, config: configFile, root, apiKey, timeoutMinutes } = input;
  const opened = await openRepository({
    ...{ repo, configFile, root, environment },
    flags: flagSettings(flags, (flag) => `the input ${flag.slice("--".length)}`),
  });
  for (const notice of opened.loaded.notices) runner.print(notice);
  const { loaded, git, processes } = opened;
  if (context.refName !== context.defaultBranch)
    throw usageError({
      code: "NOT_DEFAULT_BRANCH",
      message: `This run is about ${context.refName}, and campaigns start from the default branch, ${context.defaultBranch}.`,
      hint: `Start the workflow on ${context.defaultBranch}.`,
    });
  const adopted = await adoptRemoteRefs({ git });
  if (adopted.length > 0) runner.print(`From the remote: ${adopted.join(", ")}.`);
  const { config } = loaded;
  const isolation = await holdCandidates(
    { asked: flags.isolation, configured: config.sandbox.isolation, environment },
    { processes, onNote: (text) => runner.print(text) },
  );
  const { maxHours } = config.stop;
  const leftMs = limitHours(maxHours, { timeoutMinutes, ageMs: readJobAge() });
  const [variable] = presets[config.brain.llm.provider].keyVariables;
  const key = apiKey === "" || variable === undefined ? {} : { [variable]: apiKey };
  return {
    repository: {
      ...opened,
      environment: { ...environment, ...key },
      loaded: {
        ...loaded,
        config: {
          ...config,
          branches: { ...config.branches, sacred: config.branches.sacred || context.defaultBranch },
          sandbox: { ...config.sandbox, isolation },
          stop: { ...config.stop, maxHours: leftMs / MS_PER_HOUR },
        },
      },
    },
    deadlineMs: leftMs < maxHours * MS_PER_HOUR ? leftMs : Number.POSITIVE_INFINITY,
  };
}
