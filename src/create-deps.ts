import { isToken } from "./adapters/is-token.ts";
import { listSecrets } from "./adapters/list-secrets.ts";
import { createRedactor } from "./adapters/redact.ts";
import { redactJournal } from "./adapters/redact-journal.ts";
import { writeAtomically } from "./adapters/write-atomically.ts";
import type { CampaignDeps, Progress } from "./campaign/campaign-deps.ts";
import { createCampaignLog } from "./campaign/campaign-log.ts";
import { findUnstoredLessons } from "./campaign/find-unstored-lessons.ts";
import type { Config } from "./config/schema.ts";
import type { CampaignState } from "./domain/campaign-state.ts";
import { createRandom } from "./domain/create-random.ts";
import { digest } from "./domain/digest.ts";
import type { JournalEntry } from "./domain/events.ts";
import type { GateSpec } from "./domain/gate.ts";
import { judgementDefences } from "./domain/judgement-defence.ts";
import type { GateDeps } from "./gates/gate-context.ts";
import type { Recall } from "./memory/recall.ts";
import { storeMemory } from "./memory/store-memory.ts";
import { chooseMethod } from "./methods/choose-method.ts";
import { methods } from "./methods/registry.ts";
import { openBrains } from "./open-brains.ts";
import type { OpenModel } from "./open-models.ts";
import { createPolicyReader } from "./open-policy.ts";
import type { OpenRepository } from "./open-repository.ts";
import type { Capabilities } from "./policy/capabilities/capabilities.ts";
import { createCapabilityRule } from "./policy/capabilities/capability-rule.ts";
import { restrictGit } from "./policy/capabilities/restrict-git.ts";
import { policyRules } from "./policy/registry.ts";
import type { Git, Journal } from "./ports.ts";
import { renderReport } from "./report/render-report.ts";
import { renderStatus } from "./report/render-status.ts";
import type { Sandbox } from "./sandbox/sandbox.ts";
import { createSourceParser } from "./syntax/parse-source.ts";
import { writeSuggestions } from "./write-suggestions.ts";

/** What a campaign is made of that `create-deps` does not make itself. */
export type DepsInput = {
  readonly campaign: string;
  readonly config: Config;
  readonly gates: readonly GateSpec[];
  readonly journal: Journal;
  /** What must not be seen in anything that is kept or shown, see `findKnownSecrets`. */
  readonly secrets: readonly string[];
  readonly recall: Recall;
  /** See `findModels`. */
  readonly models: readonly OpenModel[];
  /** Of the sacred commit. */
  readonly capabilities: Capabilities;
  readonly sandboxes: { open(name: string, commit: string): Promise<Sandbox> };
  readonly isDryRun: boolean;
  readonly signal: AbortSignal;
  onEvent(entry: JournalEntry, state: CampaignState): void;
  onProgress(progress: Progress): void;
};

/** Everything that a campaign's cycles use, wired by hand. */
export function createDeps(input: DepsInput, repository: OpenRepository): CampaignDeps {
  const { campaign, config, gates, journal, recall, sandboxes, isDryRun, signal, onProgress } = input;
  const { clock, environment, paths } = repository;
  const { capabilities } = input;
  // On one machine the campaign is its own publisher: what it writes here is master, snapshots and memory.
  const publisher = restrictGit(repository.git, { principal: "publisher", capabilities });
  const git = isDryRun ? withoutRefs(publisher) : publisher;
  const redact = createRedactor(input.secrets);
  const gateDeps: GateDeps = { clock, git, redact };
  const seed = config.brain.seed ?? Number.parseInt(digest(campaign).slice(0, 8), 16);
  const log = createCampaignLog(redactJournal(journal, redact), async (entry, state) => {
    input.onEvent(entry, state);
    await writeAtomically(paths.status, renderJson(renderStatus(state)));
  });
  const brains = openBrains({
    ...{ config, gates, models: input.models, log, seed, gateDeps, redact, signal },
    redactSent: createRedactor([...input.secrets, ...listSecrets(environment).filter(isToken)]),
    blobFolder: paths.blobs(campaign),
  });
  const readPolicy = createPolicyReader({ recall, config, clock, log });
  return {
    ...{ campaign, config, gates, git, clock, log, sandboxes, recall, isDryRun, signal, onProgress, redact },
    policyRules: [...policyRules, createCapabilityRule(capabilities)],
    ...{ defences: new Set(judgementDefences), parser: createSourceParser() },
    ...brains,
    chooseMethod: (item, cycle) => {
      const { kind, choice } = chooseMethod({
        ...{ item, ...readPolicy(), kind: config.method.kind, hasModel: brains.advise !== null },
        ...{ cycles: log.state().cycles, random: createRandom(seed ^ cycle) },
      });
      return { kind, run: methods[kind], choice };
    },
    openPolicy: () => readPolicy().policy,
    seed,
    outputFolder: paths.outputs(campaign),
    mayProbeOutside: environment.GITHUB_ACTIONS === undefined,
    writeReport: async () => {
      await writeSuggestions(log.state(), { folder: paths.patches(campaign) });
      await writeAtomically(paths.report(campaign), renderReport(log.state()));
    },
    storeMemory: async () =>
      storeMemory(
        {
          lessons: await findUnstoredLessons(paths.campaigns),
          files: [
            { path: "status.json", content: renderJson(renderStatus(log.state())) },
            { path: `reports/${campaign}.md`, content: renderReport(log.state()) },
          ],
          keepDays: config.memory.keepDays,
          at: clock.now(),
          message: `chore: memory of campaign ${campaign}`,
        },
        { git },
      ),
  };
}

/** In a dry run every ref update is as if done: objects are written, refs are not. */
function withoutRefs(git: Git): Git {
  return { ...git, updateRefs: async () => ({ status: "updated" }) };
}

function renderJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
