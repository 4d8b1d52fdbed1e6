import type { PullRequestStory } from "../../report/pull-request-story.ts";
import type { MasterStart } from "../state/read-master.ts";
import type { BoundPromotion } from "../verdict/bind-verdict.ts";

/** A commit to make: `promotion`'s changes on tree `onto` have to give `tree`, or nothing is made of it. */
export type PlannedCommit = {
  readonly promotion: BoundPromotion;
  readonly onto: string;
  readonly tree: string;
};

/** One pull request, on a branch of its own. */
export type PlannedOffer = {
  readonly cycles: readonly number[];
  /** Full name of its branch: the key that a second run finds it by. */
  readonly ref: string;
  /** Full name of the branch that it is to be merged into. */
  readonly baseRef: string;
  /** Commit of its first parent: the base, or the head of another offer's branch. */
  readonly parent: { readonly kind: "base" } | { readonly kind: "offer"; readonly ref: string };
  readonly commits: readonly [PlannedCommit, ...PlannedCommit[]];
  /** Told by a pull request that is there already. */
  readonly known: number | null;
  readonly story: PullRequestStory;
};

/** What becomes of master. */
export type MasterPlan =
  | {
      readonly status: "advance";
      /** What comes before the first promotion; `done` where this campaign has begun already. */
      readonly start: MasterStart | "done";
      readonly commits: readonly PlannedCommit[];
    }
  | { readonly status: "nothing"; readonly reason: string }
  | { readonly status: "left"; readonly reason: string };

/** Why a promotion is not offered. */
export type LeftRule =
  | "dropped"
  | "closed"
  | "open-elsewhere"
  | "declined"
  | "sacred-moved"
  | "builds-on"
  | "max-open"
  | "max-per-night";

/** A promotion that is not offered. */
export type Left = {
  readonly cycle: number;
  readonly title: string;
  readonly rule: LeftRule;
  readonly reason: string;
};

/** What a publication will do. A dry run is to stop here. */
export type PublicationPlan = {
  readonly campaign: string;
  readonly master: MasterPlan;
  readonly offers: readonly PlannedOffer[];
  readonly left: readonly Left[];
  /** Closed pull requests to be marked as declined. */
  readonly declines: readonly number[];
};
