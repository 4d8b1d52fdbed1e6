import { z } from "zod";
import { storeMemory } from "../../src/memory/store-memory.ts";
import { openGitHubMemory } from "../../src/open-github-memory.ts";
import type { Desk } from "../desk.ts";

/** The file of the memory branch in which the App writes down what became of the last runs. */
const ledgerFile = "runs.json";
/** Older ones are forgotten; their artifacts are gone by then. */
const maxRuns = 30;

const text = z.string().max(2_000);

const entrySchema = z.strictObject({
  /** Id of the campaign's run. */
  run: z.int().nonnegative(),
  url: text,
  status: z.enum([
    /** Waits for the run of verify. */
    "verifying",
    "published",
    /** The workflow has a publish job of its own. */
    "by-workflow",
    /** Nothing was promoted, or nothing was uploaded. */
    "nothing",
    "refused",
    /** To be published later: GitHub's quota is low, or it refuses what a person has to mend. */
    "postponed",
    /** Verify ended without a verdict. */
    "unverified",
  ]),
  reason: text,
  campaign: z.string().max(80),
  bundle: z.string().max(100),
  stopReason: z.string().max(50),
  promoted: z.int().nonnegative(),
  costUsd: z.number().nonnegative(),
  /** The newest run of verify as it was asked for, and how often it was. */
  verifyAfter: z.int().nonnegative(),
  /** The run of verify that was asked for; null where GitHub did not tell it, or nobody wrote it down. */
  verifyRun: z.int().positive().nullable().default(null),
  tries: z.int().nonnegative(),
  /** What it suggests and nobody verified. */
  suggestions: z
    .array(
      z.strictObject({ cycle: z.int().nonnegative(), subject: text, confidence: z.number().min(0).max(1) }),
    )
    .max(20)
    .default([]),
  pullRequests: z.array(z.int().positive()).max(200),
  /** ISO 8601. */
  at: z.iso.datetime(),
});

/** What became of one campaign's run. */
export type RunEntry = z.infer<typeof entrySchema>;

/** The last runs, newest first. What cannot be read is as if it were not there: the runs are settled again then. */
export async function readLedger({
  github,
  names,
}: Pick<Desk, "github" | "names">): Promise<readonly RunEntry[]> {
  const commit = await github.getRef(names.memory);
  const bytes = commit === null ? null : await github.readFile(commit, ledgerFile);
  if (bytes === null) return [];
  try {
    return z
      .array(entrySchema)
      .max(maxRuns)
      .parse(JSON.parse(bytes.toString("utf8")));
  } catch {
    return [];
  }
}

/** Writes one run's entry down, and forgets the oldest. */
export async function writeEntry(
  entry: RunEntry,
  desk: Pick<Desk, "github" | "names" | "prefix" | "config" | "clock">,
) {
  const others = (await readLedger(desk)).filter(({ run }) => run !== entry.run);
  const entries = [entrySchema.parse(entry), ...others].toSorted((a, b) => b.run - a.run).slice(0, maxRuns);
  await storeMemory(
    {
      lessons: [],
      files: [{ path: ledgerFile, content: `${JSON.stringify(entries, null, 1)}\n` }],
      keepDays: desk.config.memory.keepDays,
      at: desk.clock.now(),
      message: `memory: run ${entry.run} is ${entry.status}`,
    },
    { git: openGitHubMemory(desk) },
  );
}
