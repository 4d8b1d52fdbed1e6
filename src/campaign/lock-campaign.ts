import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { usageError } from "../domain/errors.ts";
import type { Clock } from "../ports.ts";
import { readProcessStart } from "./read-process-start.ts";

/** The lock of one repository; it is free again when its `await using` scope ends. */
export type CampaignLock = AsyncDisposable & { readonly path: string };

const holderSchema = z.object({
  campaign: z.string(),
  processId: z.number().int().positive(),
  processStart: z.string().nullable(),
  host: z.string(),
  /** ISO 8601, UTC. */
  since: z.string(),
  /** Tells two holders apart whatever else is the same. */
  token: z.string(),
});
type Holder = z.infer<typeof holderSchema>;

/** How long another process may be in the middle of taking the lock. */
const takingMs = 10_000;

/**
 * Makes sure that one campaign at a time works on a repository, whatever its state root: the lock is in the git
 * directory that all work trees share. A lock whose process is gone is taken over.
 *
 * Throws the usage error `CAMPAIGN_RUNNING`, with the process that holds it, since when, and what to do.
 */
export async function lockCampaign(
  { commonDir, campaign }: { readonly commonDir: string; readonly campaign: string },
  { clock }: { readonly clock: Pick<Clock, "now"> } = { clock: { now: () => new Date().toISOString() } },
): Promise<CampaignLock> {
  const folder = join(commonDir, "nightshift");
  const path = join(folder, "lock");
  mkdirSync(folder, { recursive: true });
  const mine: Holder = {
    campaign,
    processId: process.pid,
    processStart: readProcessStart(process.pid) ?? null,
    host: hostname(),
    since: clock.now(),
    token: randomUUID(),
  };
  const content = `${JSON.stringify(mine)}\n`;
  takeLock(path, content);
  return {
    path,
    [Symbol.asyncDispose]: async () => {
      if (readLock(path) === content) rmSync(path, { force: true });
    },
  };
}

/**
 * Reads, decides and writes while no other process does: SQLite's lock on a file beside it goes with the process that
 * held it, so that two who find the same stale lock cannot both take it. Nothing in here waits, for others block on it.
 */
function takeLock(path: string, content: string): void {
  using taking = new DatabaseSync(`${path}.taking`);
  taking.exec(`PRAGMA busy_timeout = ${takingMs}; BEGIN EXCLUSIVE`);
  const holder = parseHolder(readLock(path));
  if (holder !== null && !isGone(holder)) {
    throw explainHolder(holder, path);
  }
  rmSync(path, { force: true });
  writeFileSync(path, content, { flag: "wx" });
}

function readLock(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** Null for what no campaign wrote whole: a lock that says nothing keeps no one out. */
function parseHolder(text: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function isGone({ host, processId, processStart }: Holder): boolean {
  // Another machine's processes cannot be seen from here.
  if (host !== hostname()) {
    return false;
  }
  const start = readProcessStart(processId);
  return start === undefined || (start !== null && processStart !== null && start !== processStart);
}

function explainHolder({ campaign, processId, host, since }: Holder, path: string): Error {
  const isHere = host === hostname();
  const where = isHere ? "" : ` on ${host}`;
  return usageError({
    code: "CAMPAIGN_RUNNING",
    message: `Campaign ${campaign} is at work on this repository: process ${processId}${where}, since ${since}.`,
    hint: isHere
      ? `Wait for it to end, or stop it with \`kill -INT ${processId}\`, which leaves nothing behind.`
      : `Wait for it to end. If ${host} is gone for good, remove ${path}.`,
  });
}
