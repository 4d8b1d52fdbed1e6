import type { Manifest } from "../domain/bundle.ts";
import type { PublicationPlan } from "./plan/publication-plan.ts";

/** A pull request that a publication made or found. */
export type PublishedPullRequest = {
  readonly number: number;
  readonly url: string;
  readonly cycles: readonly number[];
  readonly status: "created" | "known";
};

/** A promotion that is not offered, and why. */
export type NotPublished = {
  readonly cycle: number;
  readonly title: string;
  readonly rule: PublicationPlan["left"][number]["rule"] | "stopped" | "quota";
  readonly reason: string;
};

/** What a publication did. `interrupted`: GitHub's limits ended it; the next one of the same bundle goes on. */
export type Publication = {
  readonly status: "published" | "interrupted";
  readonly reason: string;
  readonly campaign: string;
  /** The bundle's id. */
  readonly bundle: string;
  readonly pullRequests: readonly PublishedPullRequest[];
  readonly left: readonly NotPublished[];
  /** What the campaign suggests and nobody verified: it is told, and never offered. */
  readonly suggestions: Manifest["suggestions"];
  readonly master: { readonly status: "advanced" | "unchanged" | "left"; readonly reason: string };
  /** Files beneath the output folder: of promotions that wait. */
  readonly patches: readonly string[];
  readonly memory:
    | { readonly status: "stored"; readonly lessons: number; readonly refused: number }
    | { readonly status: "left"; readonly reason: string };
};
