import type { BundleRule } from "./bundle/bundle-refusal.ts";

/** What a publication was refused by, besides what is wrong with a bundle itself. */
export type PublicationRule =
  | BundleRule
  /** Not readable, or contradicting itself. */
  | "verdict"
  /** Its content id is not the one that the trusted origin told. */
  | "verdict-origin"
  /** It speaks of another bundle, or of other trees. */
  | "verdict-binding"
  | "archived"
  | "empty-repository"
  /** The base is not in the history of the default branch. */
  | "base-history";

/** Why nothing is published. */
export type PublicationRefusal = {
  readonly status: "refused";
  readonly rule: PublicationRule;
  /** For people; values from outside are in it as JSON, and short. */
  readonly reason: string;
};

/** A refusal. Pure. */
export function refusePublication(rule: PublicationRule, reason: string): PublicationRefusal {
  return { status: "refused", rule, reason };
}
