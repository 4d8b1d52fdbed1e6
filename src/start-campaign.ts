import { openJournal } from "./adapters/journal-file.ts";
import type { CampaignDeps, Progress } from "./campaign/campaign-deps.ts";
import { nameCampaign } from "./campaign/campaign-name.ts";
import { checkRepository } from "./campaign/check-repository.ts";
import { countUncommitted, warnOfUncommitted } from "./campaign/count-uncommitted.ts";
import { findResumable } from "./campaign/find-resumable.ts";
import { findUnstoredLessons } from "./campaign/find-unstored-lessons.ts";
import { lockCampaign } from "./campaign/lock-campaign.ts";
import { nameBrains } from "./campaign/name-brains.ts";
import { checkModelHosts } from "./check-model-hosts.ts";
import type { LoadedConfig } from "./config/resolve-config.ts";
import type { Config } from "./config/schema.ts";
import { createDeps } from "./create-deps.ts";
import type { CampaignState } from "./domain/campaign-state.ts";
import type { JournalEntry } from "./domain/events.ts";
import type { Issue } from "./domain/issue.ts";
import { nameRefs } from "./domain/ref-names.ts";
import { findGates } from "./find-gates.ts";
import { findIdleFlags } from "./find-idle-flags.ts";
import { findKnownSecrets } from "./find-known-secrets.ts";
import { findModels } from "./find-models.ts";
import { issueNeedsModel } from "./issue-needs-model.ts";
import { openLessonIndex } from "./memory/open-lesson-index.ts";
import { createRecall } from "./memory/recall.ts";
import { openCapabilities } from "./open-capabilities.ts";
import type { OpenRepository } from "./open-repository.ts";
import { openSandboxes } from "./open-sandboxes.ts";
import type { Journal } from "./ports.ts";
import { refuseKeyInReach } from "./refuse-key-in-reach.ts";
import { refuseUnsafe, unsafeWarning } from "./refuse-unsafe.ts";
import { checkCommands } from "./restrict-commands.ts";

/** How to start. */
export type StartInput = {
  readonly isDryRun: boolean;
  /** Goes on with the newest campaign, which was killed or stopped. */
  readonly isResume: boolean;
  /** `--no-safety`: policy records its denials and refuses nothing but shapes and capabilities. Default false. */
  readonly isUnsafe?: boolean;
  /** What a person asks for, see `readIssue`; a resumed campaign keeps the one that it began with. Default none. */
  readonly issue?: Issue | null;
  /** Whether it only looks, in a state root of its own, and so minds no campaign that is at work. */
  readonly isPreview?: boolean;
  readonly signal: AbortSignal;
  onEvent(entry: JournalEntry, state: CampaignState): void;
  onProgress(progress: Progress): void;
  /** Stands between the campaign and its journal; tests end the process here. */
  readonly wrapJournal?: (journal: Journal) => Journal;
};

/** A campaign that is ready to run, and unless it is a preview holds the repository's lock until it is disposed of. */
export type StartedCampaign = AsyncDisposable & { readonly deps: CampaignDeps };

/**
 * Checks the repository, takes the lock, finds the gates, opens journal, memory and sandboxes, and writes the first
 * event. Wrong use is thrown before anything is written.
 *
 * Throws the usage errors of `checkRepository`, `findGates`, `openCapabilities`, `checkModelHosts`, `checkCommands`, `findResumable` and
 * `lockCampaign`, and `ISOLATION_MISSING`, `UNSAFE_IN_ACTIONS` and those of `findModels`.
 */
export async function startCampaign(input: StartInput, repository: OpenRepository): Promise<StartedCampaign> {
  const { git, clock, paths, loaded } = repository;
  const models = findModels(loaded.config, repository);
  await using stack = new AsyncDisposableStack();
  const { sacred } = await checkRepository(
    { configuredSacred: loaded.config.branches.sacred, stateRoot: paths.root },
    { git },
  );
  const { gates } = await findGates(repository, sacred.commit);
  const capabilities = await openCapabilities({ commit: sacred.commit, sacred: sacred.branch }, { git });
  await checkModelHosts(models, capabilities);
  await checkCommands({ gates, setup: loaded.config.sandbox.setup }, capabilities);
  const previous = input.isResume ? await findResumable(paths.campaigns) : null;
  const campaign = previous?.campaign ?? nameCampaign(clock.now());
  const config = previous === null ? loaded.config : keepLimits(loaded.config, previous);
  const issue = previous === null ? (input.issue ?? null) : previous.issue;
  if (issue !== null && models.length === 0)
    throw issueNeedsModel(issue, {
      brain: loaded.config.brain.kind,
      isResume: previous !== null,
      isAction: repository.environment.GITHUB_ACTIONS !== undefined,
    });
  const isDryRun = previous?.isDryRun ?? input.isDryRun;
  const asked = input.isUnsafe === true ? "off" : "on";
  const safety = previous?.safety ?? asked;
  refuseUnsafe(safety, repository.environment);
  if (input.isPreview !== true)
    stack.use(await lockCampaign({ commonDir: git.commonDir, campaign }, { clock }));
  const warnings: { message: string; hint: string }[] = [];
  const onWarning = (message: string, hint = ""): void => void warnings.push({ message, hint });
  const unused =
    previous === null
      ? []
      : [
          ...findUnusedFlags(repository.loaded),
          ...(asked === "off" && safety === "on" ? ["--no-safety"] : []),
          ...((input.issue ?? null) === null ? [] : ["--issue"]),
        ];
  if (unused.length > 0) {
    const message = `${unused.join(", ")} does not count: a resumed campaign keeps the limits, the seed, the issue and the safety that it began with.`;
    onWarning(message, "Start a new campaign to have other ones.");
  }
  const idle = findIdleFlags(loaded);
  if (idle.length > 0) {
    const message = `${idle.join(", ")} does not count: the brain \`${loaded.config.brain.kind}\` asks no model here.`;
    onWarning(message, "Name a model with --model, and give --brain auto or llm.");
  }
  if (issue !== null && !gates.some(({ kind }) => kind === "tests")) {
    const message = `The issue "${issue.title}" cannot be worked on: a test has to show it first, and no gate runs tests.`;
    onWarning(message, "Give the project a gate of kind tests.");
  }
  const { sandboxes, isolation } = await openSandboxes(
    { campaign, config, sacred, isDryRun, onWarning, capabilities, signal: input.signal },
    repository,
  );
  stack.use(sandboxes);
  refuseKeyInReach({ isolation: isolation.kind, models, environment: repository.environment });
  const { index, damaged } = await openLessonIndex({ path: paths.memoryIndex }, { git });
  const recall = stack.use(createRecall(index));
  for (const lesson of await findUnstoredLessons(paths.campaigns)) recall.learn(lesson);
  const journal = await openJournal({ path: paths.journal(campaign), clock });
  stack.defer(() => journal.close());
  const wrapped = input.wrapJournal?.(journal) ?? journal;
  const { environment } = repository;
  const secrets = await findKnownSecrets({ environment, config, commit: sacred.commit }, { git });
  const { signal, onEvent, onProgress } = input;
  const deps = createDeps(
    {
      campaign,
      config,
      gates,
      journal: wrapped,
      secrets,
      recall,
      capabilities,
      models,
      sandboxes,
      isDryRun,
      signal,
      onEvent,
      onProgress,
    },
    repository,
  );
  if (deps.log.state().campaign === "") {
    await deps.log.append({
      type: "campaign-started",
      campaign,
      goal: config.goal,
      issue,
      sacred: sacred.branch,
      base: sacred.commit,
      masterRef: nameRefs(git.prefix).master,
      brain: nameBrains(deps.brains),
      method: config.method.kind,
      seed: config.brain.seed,
      isDryRun,
      safety,
      isolation,
      gates: gates.map(({ name, kind, command }) => ({ name, kind, command: describeCommand(command) })),
      limits: { ...config.stop },
    });
  } else {
    await deps.log.append({ type: "campaign-resumed", processId: process.pid });
  }
  if (safety === "off") onWarning(unsafeWarning.message, unsafeWarning.hint);
  const uncommitted = warnOfUncommitted(await countUncommitted({ git }));
  if (uncommitted !== null) onWarning(uncommitted.message, uncommitted.hint);
  if (damaged.length > 0)
    onWarning(`${damaged.length} lines of the memory branch could not be read and were set aside.`);
  for (const { line, reason } of journal.damaged)
    onWarning(`Line ${line} of the journal was set aside: ${reason}.`);
  for (const warning of warnings) await deps.log.append({ type: "warning", ...warning });
  const owned = stack.move();
  return { deps, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

/** A resumed campaign keeps the limits and the seed that it was started with. */
function keepLimits(config: Config, { limits, seed }: CampaignState): Config {
  return { ...config, stop: { ...limits }, brain: { ...config.brain, seed } };
}

function findUnusedFlags({ origins }: LoadedConfig): readonly string[] {
  const flags = [...origins].filter(([, origin]) => origin === "flag").map(([path]) => path);
  return flags.filter((path) => path === "brain.seed" || path.startsWith("stop."));
}

function describeCommand(command: string | readonly string[]): string {
  return typeof command === "string" ? command : command.join(" ");
}
