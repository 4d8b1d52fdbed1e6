import { bundleLimits } from "./domain/bundle.ts";
import { describeError, NightshiftError } from "./domain/errors.ts";
import { workflowNames } from "./domain/workflow-names.ts";
import { fetchArtifact } from "./fetch-artifact.ts";
import { storeMemory } from "./memory/store-memory.ts";
import type { PendingPublication } from "./publish/pending/list-pending.ts";
import { listPending } from "./publish/pending/list-pending.ts";
import type { Publication } from "./publish/publication.ts";
import { type PublishDeps, publish } from "./publish/publish.ts";
import { readRunVerdict } from "./read-run-verdict.ts";

/** What became of a publication that GitHub's limits had cut short. */
export type FinishedPending = { readonly campaign: string } & (
  | { readonly status: "published"; readonly publication: Publication }
  /** It is tried again the next time. */
  | { readonly status: "waiting"; readonly reason: string }
  /** It cannot be finished: its artifacts are gone, or nothing of it fits any more. */
  | { readonly status: "given-up"; readonly reason: string }
);

/** A note that cannot be acted on now and may be later: the limits, or a right that the token lacks. */
const passing: ReadonlySet<string> = new Set([
  "GITHUB_RATE_LIMITED",
  "GITHUB_FORBIDDEN",
  "GITHUB_UNAVAILABLE",
]);

/**
 * Finishes what earlier nights could not publish for GitHub's limits: bundle and verdict are fetched again from the
 * artifacts of that night's run, the verdict by the content id that verify told then. Ends at the first that has to wait on.
 */
export async function finishPending(
  {
    prefix,
    keepDays,
    except,
  }: {
    readonly prefix: string;
    readonly keepDays: number;
    /** The campaign that has been published just now. */
    readonly except: string;
  },
  deps: PublishDeps,
): Promise<readonly FinishedPending[]> {
  const finished: FinishedPending[] = [];
  for (const waiting of await listPending({ prefix }, deps)) {
    if (waiting.campaign === except || waiting.pending.run === null) continue;
    const end = await finishOne(waiting, deps);
    finished.push(end);
    if (end.status === "waiting") break;
    if (end.status === "given-up") await giveUp(waiting, { reason: end.reason, prefix, keepDays }, deps);
  }
  return finished;
}

async function finishOne(
  { campaign, pending }: PendingPublication,
  deps: PublishDeps,
): Promise<FinishedPending> {
  const run = pending.run ?? 0;
  try {
    const name = workflowNames.bundle;
    const bundle = await fetchArtifact({ run, name, maxBytes: bundleLimits.totalBytes }, deps);
    if (bundle.status !== "fetched") return { campaign, status: "given-up", reason: bundle.reason };
    const verdict = await readRunVerdict(run, deps);
    if (verdict.status !== "read") return { campaign, status: "given-up", reason: verdict.reason };
    const publication = await publish(
      {
        bundle: { zip: bundle.zip },
        verdict: verdict.bytes,
        verdictCid: pending.verdict,
        campaign,
        run,
        leavesDeclines: true,
      },
      deps,
    );
    if (publication.status === "refused")
      return { campaign, status: "given-up", reason: `${publication.rule}: ${publication.reason}` };
    if (publication.status === "planned") throw new Error("nobody asked for a dry run");
    return publication.status === "interrupted"
      ? { campaign, status: "waiting", reason: publication.reason }
      : { campaign, status: "published", publication };
  } catch (error) {
    if (!(error instanceof NightshiftError) || !passing.has(error.code)) throw error;
    const need = error.code === "GITHUB_FORBIDDEN" ? ` ${error.hint}` : "";
    return { campaign, status: "waiting", reason: `${describeError(error)}${need}` };
  }
}

async function giveUp(
  { campaign, path }: PendingPublication,
  {
    reason,
    prefix,
    keepDays,
  }: { readonly reason: string; readonly prefix: string; readonly keepDays: number },
  { openMemory, clock }: Pick<PublishDeps, "openMemory" | "clock">,
): Promise<void> {
  const content = `${JSON.stringify({ version: 1, campaign, pending: null, givenUp: reason }, null, 2)}\n`;
  const message = `chore: what waited of campaign ${campaign} is given up`;
  await storeMemory(
    { lessons: [], files: [{ path, content }], keepDays, at: clock.now(), message },
    { git: openMemory(prefix) },
  );
}
