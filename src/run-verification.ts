import type { Progress } from "./campaign/campaign-deps.ts";
import { renderVerdict } from "./campaign/verify/render-verdict.ts";
import { type VerifiedBundle, verifyBundle } from "./campaign/verify/verify-bundle.ts";
import type { CampaignState } from "./domain/campaign-state.ts";
import type { JournalEntry } from "./domain/events.ts";
import { openBase } from "./open-base.ts";
import { refuseBundle } from "./publish/bundle/bundle-refusal.ts";
import { computeCid } from "./publish/bundle/compute-cid.ts";
import { type BundleSource, readBundle } from "./publish/bundle/read-bundle.ts";
import { refuseSecrets } from "./refuse-secrets.ts";
import { startVerification } from "./start-verification.ts";

const MS_PER_MINUTE = 60_000;

/** What to verify, and where. */
export type RunVerificationInput = {
  readonly source: BundleSource;
  /** A folder in a clone that nothing has run in. */
  readonly repo: string;
  /** The commit that the bundle has to start from; null: what is checked out. */
  readonly base: string | null;
  /** State root; null: beneath the clone's git folder. */
  readonly root: string | null;
  /** Content id of the bundle that was waited for; absent: whichever is there. */
  readonly bundleId?: string | undefined;
  /** `owner/name`; null: whatever the bundle says. */
  readonly repository: string | null;
  /** Name of the default branch; null: whatever the bundle says. */
  readonly sacred: string | null;
  /** Promotions that have not begun after so many minutes are dropped; null: as long as it takes. */
  readonly maxMinutes: number | null;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Version of Nightshift. */
  readonly nightshift: string;
  readonly signal: AbortSignal;
  onEvent(entry: JournalEntry, state: CampaignState): void;
  onProgress(progress: Progress): void;
};

/** A verdict with its file's bytes and their content id, or the refusal of the bundle. */
export type Verification =
  | (Extract<VerifiedBundle, { status: "verified" }> & { readonly text: string; readonly cid: string })
  | Extract<VerifiedBundle, { status: "refused" }>;

/**
 * Verifies a bundle from its files to a verdict, on one machine as in Actions. Reads the clone and writes no ref of it.
 * Throws `SECRETS_IN_REACH`, and what `openBase`, `startVerification` and `verifyBundle` throw.
 */
export async function runVerification(input: RunVerificationInput): Promise<Verification> {
  const environment = refuseSecrets(input.environment);
  const { repo, base: named, root, maxMinutes } = input;
  const { base, repository } = await openBase({ repo, base: named, root, environment });
  const read = await readBundle(input.source);
  if (read.status === "refused") return read;
  const { bundle } = read;
  if (input.bundleId !== undefined && bundle.id !== input.bundleId)
    return refuseBundle("other-bundle", `It is ${bundle.id}, and ${input.bundleId} was waited for.`);
  const sacred = input.sacred ?? bundle.manifest.sacred;
  const deadlineMs = maxMinutes === null ? null : repository.clock.elapsedMs() + maxMinutes * MS_PER_MINUTE;
  await using started = await startVerification({ ...input, base, sacred }, repository);
  const verified = await verifyBundle({ ...input, bundle, base, deadlineMs }, started.deps);
  if (verified.status === "refused") return verified;
  const text = renderVerdict(verified.verdict);
  return { ...verified, text, cid: computeCid(Buffer.from(text, "utf8")) };
}
