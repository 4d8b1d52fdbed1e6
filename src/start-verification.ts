import { openJournal } from "./adapters/journal-file.ts";
import type { CampaignDeps, Progress } from "./campaign/campaign-deps.ts";
import { nameCampaign } from "./campaign/campaign-name.ts";
import { createDeps } from "./create-deps.ts";
import type { CampaignState } from "./domain/campaign-state.ts";
import { digest } from "./domain/digest.ts";
import { usageError } from "./domain/errors.ts";
import type { JournalEntry } from "./domain/events.ts";
import { nameRefs } from "./domain/ref-names.ts";
import { findGates } from "./find-gates.ts";
import { createRecall } from "./memory/recall.ts";
import { openCapabilities } from "./open-capabilities.ts";
import type { OpenRepository } from "./open-repository.ts";
import { openSandboxes } from "./open-sandboxes.ts";
import { checkCommands } from "./restrict-commands.ts";

/** What a verification is opened on. */
export type StartVerificationInput = {
  /** Commit of sacred that everything is held against. */
  readonly base: string;
  /** Name of the default branch. */
  readonly sacred: string;
  readonly signal: AbortSignal;
  onEvent(entry: JournalEntry, state: CampaignState): void;
  onProgress(progress: Progress): void;
};

/**
 * Opens what the gates need to run again: a campaign's own parts at the base, without brains, memory or refs, and with
 * isolation whatever the configuration says of it.
 *
 * Throws the usage errors `ISOLATION_OFF`, those of `findGates`, `openCapabilities` and `checkCommands`, and
 * `ISOLATION_MISSING`.
 */
export async function startVerification(
  input: StartVerificationInput,
  repository: OpenRepository,
): Promise<AsyncDisposable & { readonly deps: CampaignDeps }> {
  const { base, sacred, signal, onEvent, onProgress } = input;
  const { git, clock, paths } = repository;
  const loaded = requireIsolation(repository.loaded);
  const { config } = loaded;
  await using stack = new AsyncDisposableStack();
  const { gates } = await findGates({ ...repository, loaded }, base);
  const capabilities = await openCapabilities({ commit: base, sacred }, { git });
  await checkCommands({ gates, setup: config.sandbox.setup }, capabilities);
  const campaign = nameCampaign(clock.now());
  const warnings: string[] = [];
  const { sandboxes, isolation } = await openSandboxes(
    {
      ...{ campaign, config, signal, capabilities, sacred: { branch: sacred, commit: base } },
      // Neither master nor a sandbox has a ref in this clone.
      ...{ isDryRun: true, onWarning: (text) => void warnings.push(text) },
    },
    repository,
  );
  stack.use(sandboxes);
  const journal = await openJournal({ path: paths.journal(campaign), clock });
  stack.defer(() => journal.close());
  const deps = createDeps(
    {
      ...{ campaign, config, gates, journal, capabilities, sandboxes, signal, onEvent, onProgress },
      ...{ secrets: [], models: [], recall: stack.use(createRecall(null)), isDryRun: true },
    },
    repository,
  );
  await deps.log.append({
    ...{ type: "campaign-started", campaign, goal: "", issue: null, sacred, base, isolation },
    ...{ masterRef: nameRefs(git.prefix).master, brain: "none", method: "verify", seed: null },
    ...{ isDryRun: true, safety: "on", limits: { ...config.stop } },
    gates: gates.map(({ name, kind, command }) => ({ name, kind, command: renderCommand(command) })),
  });
  for (const message of warnings) await deps.log.append({ type: "warning", message, hint: "" });
  const owned = stack.move();
  return {
    // What is chosen by chance, such as which mutants are tried, is the same each time and nothing that a bundle can
    // bend. Nothing that came in a bundle ever runs outside, and nothing else does here either.
    deps: { ...deps, seed: Number.parseInt(digest(base).slice(0, 8), 16), mayProbeOutside: false },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

function requireIsolation(loaded: OpenRepository["loaded"]): OpenRepository["loaded"] {
  const { config } = loaded;
  const { isolation } = config.sandbox;
  if (isolation === "none")
    throw usageError({
      code: "ISOLATION_OFF",
      message: `sandbox.isolation is "${isolation}" at the base, and verify runs code that nobody has read.`,
      hint: "Set it to auto or required; without it nothing of a campaign can be published.",
    });
  return { ...loaded, config: { ...config, sandbox: { ...config.sandbox, isolation: "required" } } };
}

function renderCommand(command: string | readonly string[]): string {
  return typeof command === "string" ? command : command.join(" ");
}
