import { CONFIG_PATH } from "../../config/load-config.ts";
import { VERDICT_VERSION, type Verdict, verdictSchema } from "../../domain/bundle-verdict.ts";
import type { Bundle } from "../../publish/bundle/bundle.ts";
import { type BundleRefusal, refuseBundle } from "../../publish/bundle/bundle-refusal.ts";
import { checkBundle } from "../../publish/bundle/check-bundle.ts";
import { digestConfig } from "../../publish/bundle/digest-config.ts";
import type { CampaignDeps } from "../campaign-deps.ts";
import type { MeasuredPosition } from "../position.ts";
import { buildChain, buildLink, type Link } from "./build-chain.ts";
import { measureSacred } from "./measure-sacred.ts";
import { tryMaster } from "./try-master.ts";
import { verifyPromotions } from "./verify-promotions.ts";

/** A bundle, and what it has to be. */
export type VerifyBundleInput = {
  /** As `readBundle` gave it. */
  readonly bundle: Bundle;
  /** Commit of sacred that it has to start from: the one that the configuration in `deps` was read from. */
  readonly base: string;
  /** `owner/name`; null: whatever the bundle says, as on one machine. */
  readonly repository: string | null;
  /** Name of the default branch; null: whatever the bundle says. */
  readonly sacred: string | null;
  /** Version of Nightshift. */
  readonly nightshift: string;
  /** By `deps.clock.elapsedMs()`; promotions that have not begun then are dropped. Null: as long as it takes. */
  readonly deadlineMs: number | null;
};

/** A verdict; or why there is none, since the bundle is not the one that was waited for or contradicts itself. */
export type VerifiedBundle = { readonly status: "verified"; readonly verdict: Verdict } | BundleRefusal;

/**
 * Runs the gates again on what a bundle tells, and says what they found. Of the bundle only the changesets are used:
 * base, configuration and trees are reckoned again, items are found again by what fails here, and what the campaign
 * said of its gates is not read at all.
 *
 * Throws `GATE_IN_ERROR` and `GATE_UNPROVEN` where a required gate gives no evidence on the base.
 */
export async function verifyBundle(input: VerifyBundleInput, deps: CampaignDeps): Promise<VerifiedBundle> {
  const { bundle, base, nightshift } = input;
  const { manifest } = bundle;
  const { git, clock } = deps;
  const baseTree = await git.treeOf(base);
  const configDigest = digestConfig(await git.readFile(base, CONFIG_PATH));
  const bound = checkBundle(manifest, {
    ...{ base, baseTree, configDigest, isVerifiedIsolated: true },
    repository: input.repository ?? manifest.repository,
    sacred: input.sacred ?? manifest.sacred,
  });
  if (bound.status === "refused") return bound;
  const carried = await readCarried(bundle, baseTree, deps);
  if (carried.status === "refused") return carried;
  const links = await buildChain(bundle.promotions, { git });
  const told = bundle.promotions.flatMap(({ facts }, at) => {
    const built = links[at];
    return built === undefined ? [] : [{ facts, built }];
  });
  const start = { commit: base, tree: baseTree };
  const isEmpty = told.length === 0 && carried.link === null;
  const measured = isEmpty ? null : await measureSacred(base, deps);
  const master = measured === null ? null : await openMaster(carried.link, measured, deps);
  const promotions =
    measured === null || master === null
      ? []
      : await verifyPromotions({ told, base: measured, master, deadlineMs: input.deadlineMs }, deps);
  const verdict = verdictSchema.parse({
    ...{ version: VERDICT_VERSION, bundle: bundle.id, repository: manifest.repository, base, configDigest },
    ...{ masterTree: (master ?? start).tree, isolation: "bubblewrap", promotions: [...promotions] },
    ...{ nightshift, at: clock.now() },
  } satisfies Verdict);
  return { status: "verified", verdict };
}

/** The change from the base to master as the bundle tells it; null where there is none. */
async function readCarried(
  { manifest, master }: Bundle,
  baseTree: string,
  { git }: Pick<CampaignDeps, "git">,
): Promise<{ readonly status: "read"; readonly link: Link | null } | BundleRefusal> {
  if (master === null) return { status: "read", link: null };
  const { tree } = manifest.master;
  const built = await buildLink({ parentTree: baseTree, tree, changeset: master }, { git });
  return built.status === "refused"
    ? refuseBundle("tree-chain", `Master cannot be built: ${built.reason}.`)
    : { status: "read", link: built.link };
}

/** Master as the promotions are tried on: with what it carries where that passes, else the base. */
async function openMaster(
  link: Link | null,
  base: MeasuredPosition,
  deps: CampaignDeps,
): Promise<MeasuredPosition> {
  if (link === null) return base;
  const trial = await tryMaster({ link, base }, deps);
  if (trial.status === "passed") return trial.position;
  const message = `What earlier campaigns promoted is left out: ${trial.reason}.`;
  const hint = "Promotions that need it are dropped with it; a new campaign starts without it.";
  await deps.log.append({ type: "warning", message, hint });
  return base;
}
