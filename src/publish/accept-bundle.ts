import type { GitHub } from "../github-port.ts";
import type { Bundle } from "./bundle/bundle.ts";
import { checkBundle } from "./bundle/check-bundle.ts";
import { type BundleSource, readBundle } from "./bundle/read-bundle.ts";
import { type PublicationRefusal, refusePublication } from "./publication-refusal.ts";
import { type ReadSettings, readSettings } from "./read-settings.ts";
import { findAncestor } from "./state/find-ancestor.ts";
import { type BoundPromotion, bindVerdict } from "./verdict/bind-verdict.ts";
import { parseVerdict } from "./verdict/parse-verdict.ts";

/** What is to be published, and what is known of where it comes from. */
export type PublishSource = {
  readonly bundle: BundleSource;
  /** The bytes of `verdict.json`. */
  readonly verdict: Uint8Array;
  /**
   * The verdict's content id, from who is trusted to know it: `needs.verify.outputs`, or the run that the App started.
   * Never from the artifact itself.
   */
  readonly verdictCid: string;
  /** The campaign that was waited for, where one was. */
  readonly campaign?: string;
  /** The commit that the campaign was started on, where it is known. */
  readonly base?: string;
  /** The run whose artifacts hold bundle and verdict, so that a later one can finish what limits cut short. */
  readonly run?: number;
};

/** A bundle that may be published, with all that publishing needs to know of it. */
export type AcceptedBundle = {
  readonly status: "accepted";
  readonly bundle: Bundle;
  readonly masterTree: string;
  readonly promotions: readonly BoundPromotion[];
  readonly sacred: { readonly branch: string; readonly commit: string };
} & Pick<Extract<ReadSettings, { status: "read" }>, "settings" | "config">;

/** Commits of sacred that are looked through for the base. */
const maxHistory = 300;

/**
 * Takes a bundle and its verdict as hostile data: both are read anew, held against each other and against the repository:
 * its name, its default branch and that branch's history, and the configuration as the base has it. All of it fits, or
 * nothing is taken.
 */
export async function acceptBundle(
  source: PublishSource,
  {
    github,
  }: { readonly github: Pick<GitHub, "repository" | "getRepository" | "getRef" | "getCommit" | "readFile"> },
): Promise<AcceptedBundle | PublicationRefusal> {
  const read = await readBundle(source.bundle);
  if (read.status === "refused") return read;
  const { bundle } = read;
  const { manifest } = bundle;
  const parsed = parseVerdict(source.verdict, { cid: source.verdictCid });
  if (parsed.status === "refused") return parsed;
  const bound = bindVerdict(bundle, parsed.verdict);
  if (bound.status === "refused") return bound;
  const repository = await github.getRepository();
  if (repository.isArchived) return refusePublication("archived", "The repository is archived.");
  const { defaultBranch, owner, name } = repository;
  const commit = await github.getRef(`refs/heads/${defaultBranch}`);
  if (commit === null) return refusePublication("empty-repository", `There is no branch ${defaultBranch}.`);
  const history = await findAncestor(
    { ancestor: manifest.base, descendant: commit, limit: maxHistory },
    { github },
  );
  if (history !== "found")
    return refusePublication(
      "base-history",
      `The base ${manifest.base} is not in ${defaultBranch}'s history.`,
    );
  const settings = await readSettings(manifest.base, { github });
  if (settings.status === "refused") return settings;
  const baseTree = (await github.getCommit(manifest.base))?.tree ?? "";
  const checked = checkBundle(manifest, {
    repository: `${owner}/${name}`,
    sacred: settings.config.branches.sacred || defaultBranch,
    ...{ baseTree, configDigest: settings.configDigest, isVerifiedIsolated: true },
    ...(source.campaign === undefined ? {} : { campaign: source.campaign }),
    ...(source.base === undefined ? {} : { base: source.base }),
  });
  if (checked.status === "refused") return checked;
  if (manifest.sacred !== defaultBranch)
    return refusePublication("other-branch", `It starts from ${manifest.sacred}, not from ${defaultBranch}.`);
  return {
    status: "accepted",
    ...{ bundle, masterTree: parsed.verdict.masterTree, promotions: bound.promotions },
    ...{ sacred: { branch: defaultBranch, commit }, settings: settings.settings, config: settings.config },
  };
}
