import { BUNDLE_VERSION, bundleLimits } from "../../domain/bundle.ts";
import type { CampaignState } from "../../domain/campaign-state.ts";
import type { GateSummary, JournalEntry } from "../../domain/events.ts";
import type { BundleContent } from "../../publish/bundle/encode-bundle.ts";
import { renderReport } from "../../report/render-report.ts";
import type { BuiltPromotion } from "./build-promotion.ts";
import { collectLessons } from "./collect-lessons.ts";
import { cutText } from "./cut-text.ts";
import { describePromotion } from "./describe-promotion.ts";
import { describeSuggestions } from "./describe-suggestions.ts";
import type { DetailLimits } from "./detail-limits.ts";
import { fitJournal } from "./fit-journal.ts";

const maxReportChars = 1024 * 1024;
/** Less than a reader's limit on parts: up to here it takes text that repeats itself for no bomb. */
const maxPartBytes = bundleLimits.partBytes / 2;
const maxCarried = 200;

/** A campaign, and what is known of its repository. */
export type DescribeCampaignInput = Pick<
  BundleContent,
  "repository" | "nightshift" | "baseTree" | "configDigest" | "master"
> & {
  readonly entries: readonly JournalEntry[];
  readonly state: CampaignState;
  readonly promotions: readonly BuiltPromotion[];
};

/** The content of a campaign's bundle: every text within the schema's limits, and those of promotions within `limits`. Pure. */
export function describeCampaign(input: DescribeCampaignInput, limits: DetailLimits): BundleContent {
  const { entries, state, master, promotions } = input;
  const cut = (text: string) => cutText(text, limits.chars);
  return {
    version: BUNDLE_VERSION,
    campaign: state.campaign,
    repository: input.repository,
    sacred: state.sacred,
    base: state.base,
    baseTree: input.baseTree,
    configDigest: input.configDigest,
    master: {
      ...master,
      carried: master.carried
        .slice(-maxCarried)
        .map(({ commit, subject }) => ({ commit, subject: cut(subject) })),
    },
    isolation: state.isolation.kind,
    isUnsafe: state.safety === "off",
    nightshift: cutText(input.nightshift, 50),
    startedAt: state.startedAt,
    finishedAt: state.updatedAt,
    stopReason: state.stopReason ?? "STOPPED",
    stopDetail: cut(state.stopReason === null ? "it was cut off: its journal has no end" : state.stopDetail),
    goal: cut(state.goal),
    costUsd: state.costUsd,
    tokens: state.modelSpend.chargedTokens,
    promotions: promotions.map(({ cycle, parentTree, changeset, patch }) => ({
      ...describePromotion(cycle, findMeasurement(entries, parentTree), limits),
      ...{ parentTree, tree: cycle.promotion.tree, changeset, patch },
    })),
    suggestions: describeSuggestions(state, limits),
    journal: fitJournal(entries, maxPartBytes),
    lessons: collectLessons(entries, maxPartBytes / 2),
    report: cutText(renderReport(state), maxReportChars),
  };
}

/** The gates on a tree, as they were measured last. */
function findMeasurement(entries: readonly JournalEntry[], tree: string): readonly GateSummary[] {
  const found = entries.findLast(({ event }) => event.type === "gates-measured" && event.tree === tree);
  return found?.event.type === "gates-measured" ? found.event.results : [];
}
