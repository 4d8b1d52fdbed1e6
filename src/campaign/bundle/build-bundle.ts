import { redactValues } from "../../adapters/redact-values.ts";
import { CONFIG_PATH } from "../../config/load-config.ts";
import { bundleLimits } from "../../domain/bundle.ts";
import type { CampaignState } from "../../domain/campaign-state.ts";
import type { EventOf, JournalEntry } from "../../domain/events.ts";
import { digestConfig } from "../../publish/bundle/digest-config.ts";
import { type EncodedBundle, encodeBundle } from "../../publish/bundle/encode-bundle.ts";
import { MANIFEST_NAME } from "../../publish/bundle/name-files.ts";
import { foldEvents } from "../../report/fold.ts";
import { type BuiltMaster, buildMaster } from "./build-master.ts";
import type { BuildTreesDeps } from "./build-promotion.ts";
import { buildPromotions, type LeftOut, type PromotionsStart } from "./build-promotions.ts";
import { type DescribeCampaignInput, describeCampaign } from "./describe-campaign.ts";
import type { PromotingCycle } from "./describe-promotion.ts";
import type { DetailLimits } from "./detail-limits.ts";

/** The first with which the manifest keeps its limit; the last one fits whatever there is. */
const detailLimits = [
  { chars: 1_000, entries: 50 },
  { chars: 300, entries: 10 },
  { chars: 100, entries: 5 },
] as const satisfies readonly DetailLimits[];

/** What a bundle is made of. */
export type BuildBundleInput = {
  /** All that the journal has so far: of a campaign that ended, failed, was stopped or cut off. */
  readonly entries: readonly JournalEntry[];
  /** `owner/name` on GitHub; "" elsewhere. */
  readonly repository: string;
  /** Version of Nightshift. */
  readonly nightshift: string;
};

/** A bundle, and what of the campaign is not in it. */
export type BuiltBundle =
  | { readonly status: "built"; readonly bundle: EncodedBundle; readonly leftOut: readonly LeftOut[] }
  /** The campaign has not begun. */
  | { readonly status: "nothing"; readonly reason: string };

/**
 * The bundle of a campaign, whatever became of it: one that promoted nothing has a bundle too. Known secrets are hidden,
 * every text is within the schema's limits, and what a reader would refuse is left out and told. The same journal and
 * repository give the same bytes.
 */
export async function buildBundle(input: BuildBundleInput, deps: BuildTreesDeps): Promise<BuiltBundle> {
  const { git, redact } = deps;
  const entries = redactValues(input.entries, redact);
  const state = foldEvents(entries);
  if (state.campaign === "")
    return { status: "nothing", reason: "the journal holds no campaign that has started" };
  const baseTree = await git.treeOf(state.base);
  const prepared = findPrepared(entries);
  const master = await buildMaster({ baseTree, prepared }, deps);
  const cycles = listPromoting(state);
  const told =
    master.status === "refused"
      ? { built: [], leftOut: leaveOutAll(cycles, master.reason) }
      : await buildPromotions(cycles, startOf(master), deps);
  const bundle = encodeWithin({
    ...input,
    ...{ entries, state, baseTree, promotions: told.built },
    configDigest: digestConfig(await git.readFile(state.base, CONFIG_PATH)),
    master:
      master.status === "built"
        ? master.master
        : { previous: prepared?.previous ?? null, tree: baseTree, changeset: null, carried: [] },
  });
  return { status: "built", bundle, leftOut: told.leftOut };
}

function startOf({ master, sizeBytes }: Extract<BuiltMaster, { status: "built" }>): PromotionsStart {
  return { tree: master.tree, sizeBytes, files: master.changeset?.files.length ?? 0 };
}

function findPrepared(entries: readonly JournalEntry[]): EventOf<"master-prepared"> | null {
  const events = entries.map(({ event }) => event);
  return events.findLast((event) => event.type === "master-prepared") ?? null;
}

/** A cycle that a kill cut off behind its promotion has promoted all the same. */
function listPromoting({ cycles, openCycle }: CampaignState): readonly PromotingCycle[] {
  return [...cycles, ...(openCycle === null ? [] : [openCycle])].flatMap((cycle) => {
    const { promotion } = cycle;
    return promotion === null ? [] : [{ ...cycle, promotion }];
  });
}

function leaveOutAll(cycles: readonly PromotingCycle[], reason: string): readonly LeftOut[] {
  const why = `what earlier campaigns promoted cannot be told: ${reason}`;
  return [{ cycle: null, reason: why }, ...cycles.map(({ cycle }) => ({ cycle, reason: why }))];
}

function encodeWithin(input: DescribeCampaignInput): EncodedBundle {
  const [most, less, least] = detailLimits;
  for (const limits of [most, less]) {
    const bundle = encodeBundle(describeCampaign(input, limits));
    const sizeBytes = bundle.files.get(MANIFEST_NAME)?.length ?? 0;
    if (sizeBytes <= bundleLimits.manifestBytes) return bundle;
  }
  return encodeBundle(describeCampaign(input, least));
}
