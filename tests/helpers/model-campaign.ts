import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runCampaign } from "../../src/campaign/run-campaign.ts";
import type { CampaignState, CycleState } from "../../src/domain/campaign-state.ts";
import type { CampaignEvent, EventOf } from "../../src/domain/events.ts";
import { findModels } from "../../src/find-models.ts";
import { openBrains } from "../../src/open-brains.ts";
import { openRepository } from "../../src/open-repository.ts";
import type { Journal } from "../../src/ports.ts";
import { startCampaign } from "../../src/start-campaign.ts";
import type { GitRepository } from "./git-repository.ts";

/** A campaign over a real endpoint that is over, with all that it left. */
export type ModelCampaign = {
  readonly state: CampaignState;
  readonly events: readonly CampaignEvent[];
  /** How long the router slept each time; no time passed for it. */
  readonly slept: readonly number[];
  /** The one cycle of the item whose title holds this. */
  cycle(title: string): CycleState;
  of<Type extends CampaignEvent["type"]>(type: Type, cycle?: number): readonly EventOf<Type>[];
  /** Messages of a cycle as the blobs of its turns have them, in order. */
  transcript(cycle: number): string;
};

/** Runs a campaign as the command line does, but that nobody waits between the tries of a call. */
export async function runModelCampaign(
  repository: GitRepository,
  options: {
    readonly environment?: Readonly<Record<string, string>>;
    readonly signal?: AbortSignal;
    readonly isResume?: boolean;
    readonly onEvent?: (event: CampaignEvent) => void;
    readonly wrapJournal?: (journal: Journal) => Journal;
  } = {},
): Promise<ModelCampaign> {
  const environment = { PATH: process.env.PATH, ...options.environment };
  const opened = await openRepository({ repo: repository.dir, flags: [], environment });
  const { signal = new AbortController().signal, onEvent, wrapJournal } = options;
  await using started = await startCampaign(
    {
      ...{ isDryRun: false, isResume: options.isResume === true, onProgress: () => {}, signal },
      onEvent: ({ event }) => onEvent?.(event),
      ...(wrapJournal === undefined ? {} : { wrapJournal }),
    },
    opened,
  );
  const { deps } = started;
  const { clock, git, redact, campaign } = deps;
  const slept: number[] = [];
  const blobFolder = opened.paths.blobs(campaign);
  const open = openBrains({
    ...deps,
    models: findModels(opened.loaded.config, opened),
    blobFolder,
    gateDeps: { clock, git, redact },
    sleep: async (ms) => void slept.push(ms),
  });
  const state = await runCampaign({ ...deps, ...open });
  const events = deps.log.entries().map(({ event }) => event);
  const of: ModelCampaign["of"] = (type, cycle) =>
    events.filter(
      (event): event is EventOf<typeof type> =>
        event.type === type && (cycle === undefined || ("cycle" in event && event.cycle === cycle)),
    );
  return {
    ...{ state, events, slept, of },
    cycle: (title) => {
      const found = state.cycles.filter(({ item }) => item.title.includes(title));
      const [only] = found;
      if (only === undefined || found.length > 1)
        throw new Error(`${found.length} cycles are about ${title}`);
      return only;
    },
    transcript: (cycle) =>
      of("model-conversed", cycle)
        .map(({ blob }) => readFileSync(join(blobFolder, blob ?? ""), "utf8"))
        .join("\n"),
  };
}
