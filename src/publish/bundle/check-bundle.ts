import type { Manifest } from "../../domain/bundle.ts";
import { type BundleRefusal, quote, refuseBundle } from "./bundle-refusal.ts";

/** What a bundle has to be. What is left out is not asked for. */
export type ExpectedBundle = {
  /** `owner/name`; GitHub does not tell its case apart. */
  readonly repository: string;
  /** Name of the default branch. */
  readonly sacred: string;
  readonly base?: string;
  readonly baseTree?: string;
  /** Of the configuration file at the base. */
  readonly configDigest?: string;
  readonly campaign?: string;
  /** Whether verify has run its gates isolated, so that it does not matter how the campaign ran them. */
  readonly isVerifiedIsolated: boolean;
};

/** Whether a bundle is the one that is expected, by its manifest, and may be published at all. Pure. */
export function checkBundle(
  manifest: Manifest,
  expected: ExpectedBundle,
): { readonly status: "accepted" } | BundleRefusal {
  const { repository, sacred, base, baseTree, configDigest, campaign } = manifest;
  if (repository.toLowerCase() !== expected.repository.toLowerCase())
    return refuseBundle("other-repository", `It is of ${quote(repository)}, not of ${expected.repository}.`);
  if (sacred !== expected.sacred)
    return refuseBundle(
      "other-branch",
      `It starts from branch ${quote(sacred)}, not from ${expected.sacred}.`,
    );
  if (base !== (expected.base ?? base) || baseTree !== (expected.baseTree ?? baseTree))
    return refuseBundle(
      "other-base",
      `It starts from commit ${base}, not from ${expected.base ?? "this one"}.`,
    );
  if (configDigest !== (expected.configDigest ?? configDigest))
    return refuseBundle("other-config", "It was made with another configuration than the base has.");
  if (campaign !== (expected.campaign ?? campaign))
    return refuseBundle("other-campaign", `It is of campaign ${campaign}, not of ${expected.campaign}.`);
  if (manifest.isUnsafe || manifest.promotions.some(({ isUnsafe }) => isUnsafe))
    return refuseBundle("unsafe", "The campaign ran with --no-safety: nothing of it is ever published.");
  if (manifest.isolation === "none" && !expected.isVerifiedIsolated)
    return refuseBundle(
      "isolation",
      "The campaign ran without isolation, and no isolated run has verified it.",
    );
  return { status: "accepted" };
}
