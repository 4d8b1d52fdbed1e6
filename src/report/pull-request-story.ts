import type { Confidence } from "../domain/confidence.ts";
import type { Denial } from "../domain/denial.ts";

/** What a pull request tells of one promotion. All texts are as they came and are neutralised where they are shown. */
export type PromotionStory = {
  readonly cycle: number;
  readonly subject: string;
  readonly item: {
    readonly kind: string;
    readonly gate: string;
    readonly title: string;
    readonly files: readonly string[];
    readonly signature: string;
  };
  readonly origin: string;
  readonly method: string;
  readonly attempts: number;
  readonly candidates: number;
  readonly costUsd: number;
  readonly tokens: number;
  readonly confidence: Confidence | null;
  /** As the campaign saw it. */
  readonly evidence: readonly { readonly gate: string; readonly before: string; readonly after: string }[];
  /** As verify found it, on a machine of its own. */
  readonly gates: readonly {
    readonly gate: string;
    readonly status: string;
    readonly fixed: readonly string[];
    readonly reason: string;
  }[];
  readonly refused: readonly { readonly summary: string; readonly rule: string; readonly reason: string }[];
  readonly notes: readonly Denial[];
};

/** What a pull request tells. */
export type PullRequestStory = {
  readonly campaign: string;
  readonly promotions: readonly PromotionStory[];
  /** Names of branches. */
  readonly branch: string;
  readonly sacred: string;
  /** Commit of sacred that it was verified on. */
  readonly base: string;
  /** Commit of its branch; "" before there is one. */
  readonly head: string;
  /** Whether sacred has gone further since, elsewhere than in the files of this change. */
  readonly hasSacredMoved: boolean;
  readonly isOnMaster: boolean;
  /** Branch of the pull request that this one stands on; null: it stands on sacred. */
  readonly stackedOn: string | null;
  /** Why it is alone, or why it is not. */
  readonly stackReason: string;
  /** Subjects of what it holds besides its own promotions. */
  readonly alsoHolds: readonly string[];
  /** What the item's gate runs; null where that is not known here. */
  readonly command: string | null;
  /** Version. */
  readonly nightshift: string;
};
