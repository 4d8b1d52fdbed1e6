import { z } from "zod";
import { budgetScopes, budgetUnits } from "./budget.ts";
import { confidenceSchema } from "./confidence.ts";
import { denialSchema } from "./denial.ts";
import { gateKinds } from "./gate.ts";
import { issueSchema } from "./issue.ts";
import { lessonSchema, touchedFile } from "./lesson.ts";
import { stopReasons } from "./stop-reason.ts";

/** The version of the journal's lines. A journal with a higher one is refused, never guessed at. */
export const JOURNAL_VERSION = 1;

const count = z.number().int().nonnegative();
const milliseconds = z.number().nonnegative();
const usd = z.number().nonnegative();

const item = z.object({
  id: z.string(),
  kind: z.string(),
  gate: z.string(),
  title: z.string(),
  files: z.array(z.string()),
  signature: z.string(),
  /** How many checks or findings fail; `evidence` shows the first ones. */
  failures: count,
  evidence: z.array(z.object({ title: z.string(), message: z.string() })),
});

/** A gate's result without its checks: counts, and the first failing ids. */
const gateSummary = z.object({
  gate: z.string(),
  kind: z.enum(gateKinds),
  status: z.enum(["passed", "failed", "error"]),
  reason: z.string(),
  passed: count,
  failed: count,
  skipped: count,
  findings: count,
  failing: z.array(z.string()),
  durationMs: milliseconds,
  network: z.enum(["none", "host"]),
  /** Beneath the campaign's folder, in `output/`. */
  outputFiles: z.array(z.string()).optional(),
});

const gateJudgement = z.object({
  gate: z.string(),
  status: z.enum(["green", "red", "error", "unproven"]),
  reason: z.string(),
  fixed: z.array(z.string()),
  broken: z.array(z.string()),
  isRequired: z.boolean(),
  durationMs: milliseconds,
});

/** Everything that a campaign does, one schema for each event. Nothing else holds campaign state. */
export const eventSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("campaign-started"),
    campaign: z.string(),
    goal: z.string(),
    /** What a person asked for with `--issue`. */
    issue: issueSchema.nullable().default(null),
    /** The sacred branch and its commit as the campaign read it. */
    sacred: z.string(),
    base: z.string(),
    /** Full name of the ref that promotions go to. */
    masterRef: z.string(),
    brain: z.string(),
    method: z.string(),
    seed: z.number().int().nullable(),
    isDryRun: z.boolean(),
    /** `off`: --no-safety; every promotion is marked unsafe and never published. */
    safety: z.enum(["on", "off"]).default("on"),
    /** `bubblewrap`, or `none` with the reason why candidate code ran unprotected. */
    isolation: z.object({ kind: z.enum(["bubblewrap", "none"]), reason: z.string() }),
    gates: z.array(z.object({ name: z.string(), kind: z.enum(gateKinds), command: z.string() })),
    limits: z.object({
      maxCycles: count,
      maxHours: z.number(),
      convergence: count,
      maxCostUsd: usd.nullable(),
    }),
  }),
  z.object({ type: z.literal("campaign-resumed"), processId: count }),
  z.object({
    type: z.literal("master-prepared"),
    /** The commit that the first sandbox opens from. */
    commit: z.string(),
    tree: z.string(),
    previous: z.string().nullable(),
    carried: z.array(z.object({ commit: z.string(), subject: z.string() })),
    setAside: z.array(z.object({ commit: z.string(), subject: z.string(), reason: z.string() })),
  }),
  z.object({ type: z.literal("warning"), message: z.string(), hint: z.string() }),
  z.object({ type: z.literal("gates-measured"), tree: z.string(), results: z.array(gateSummary) }),
  z.object({
    type: z.literal("gate-proved"),
    gate: z.string(),
    status: z.enum(["proven", "unproven"]),
    /** The source file whose syntax was broken. */
    file: z.string(),
    reason: z.string(),
  }),
  z.object({
    type: z.literal("checks-set-aside"),
    gate: z.string(),
    reason: z.enum(["flaky", "environment"]),
    ids: z.array(z.string()),
    hint: z.string(),
  }),
  z.object({
    type: z.literal("work-found"),
    items: z.array(item),
    /** How many more memory knows as exhausted, and the titles of the first ones. */
    exhausted: count,
    exhaustedTitles: z.array(z.string()).default([]),
  }),
  z.object({
    type: z.literal("cycle-started"),
    cycle: count,
    item,
    /** Tree of master that the cycle works on. */
    tree: z.string(),
    brain: z.string(),
    method: z.string(),
  }),
  z.object({
    type: z.literal("candidates-tried"),
    cycle: count,
    /** How many since the last such event, and how they ended. */
    tried: count,
    outcomes: z.record(z.string(), count),
    durationMs: milliseconds,
    /** "warm: node-test", or "plain" with the reason why each candidate needed processes of its own. */
    runner: z.string().optional(),
  }),
  z.object({
    /** Written before a request goes out: what a kill cuts off is charged with this once the campaign goes on. */
    type: z.literal("model-asked"),
    /** 0: outside of a cycle. */
    cycle: count,
    /** Counts the requests of one process, from 1. */
    call: count,
    /** The most that it can use and cost. */
    tokens: count,
    costUsd: usd,
  }),
  z.object({
    /** One request to a model, and how it ended. */
    type: z.literal("model-called"),
    cycle: count,
    call: count,
    /** What it was for: "edit", "review". */
    purpose: z.string(),
    provider: z.string(),
    model: z.string(),
    status: z.enum(["replied", "failed"]),
    /** How a reply finished, or the kind of failure with its reason. */
    reason: z.string(),
    /** Which try of the same request it was, from 1. */
    tries: count,
    /** As the provider counts them, cached ones among the input; 0 where it told nothing. */
    inputTokens: count,
    cachedTokens: count,
    outputTokens: count,
    /** What budgets are charged: the worst case where the provider told nothing and may have worked. */
    chargedTokens: count,
    costUsd: usd,
    /** `worst-case`: the provider told nothing. `unpriced`: the price is unknown, and counted as 0. */
    costBasis: z.enum(["usage", "worst-case", "free", "unpriced"]),
    latencyMs: milliseconds,
  }),
  z.object({
    /** The next call of a model could go beyond a budget, so it was not made. */
    type: z.literal("budget-reached"),
    cycle: count,
    scope: z.enum(budgetScopes),
    unit: z.enum(budgetUnits),
    reason: z.string(),
  }),
  z.object({
    /** One turn of a conversation with a model: what was said since the turn before, in a blob of the campaign's folder. */
    type: z.literal("model-conversed"),
    cycle: count,
    /** Numbers the conversations of a cycle, from 1. */
    conversation: count,
    /** Numbers the turns, from 1. */
    turn: count,
    purpose: z.string(),
    /** What the model said, its first characters. */
    said: z.string(),
    tools: z.array(z.object({ name: z.string(), status: z.enum(["done", "refused"]), detail: z.string() })),
    /** SHA-256 of the messages as JSON, the blob's name; null where nothing is kept. */
    blob: z.string().nullable(),
    sizeBytes: count,
    /** Whether the blob was capped. */
    isCut: z.boolean(),
  }),
  z.object({
    /** Something that a method did between a cycle's start and its end. */
    type: z.literal("method-stepped"),
    cycle: count,
    method: z.string(),
    step: z.string(),
    status: z.string(),
    detail: z.string(),
    figures: z.record(z.string(), z.number()).default({}),
    /** A candidate that was held back before a judge saw it. */
    candidate: z
      .object({ summary: z.string(), origin: z.string(), files: z.array(touchedFile), diff: z.string() })
      .nullable()
      .default(null),
  }),
  z.object({
    /** Tests that were written for an item, as they ran on the base. */
    type: z.literal("reproduction-judged"),
    cycle: count,
    status: z.enum(["red", "refused"]),
    reason: z.string(),
    files: z.array(z.string()),
    diff: z.string(),
    /** Ids of what fails now; they are the item's targets from here on. */
    targets: z.array(z.string()),
  }),
  z.object({
    type: z.literal("candidate-proposed"),
    cycle: count,
    attempt: count,
    tree: z.string(),
    summary: z.string(),
    origin: z.string(),
    /** What a method chose for it besides itself, to be rewarded: `prompt:minimal`. */
    arms: z.array(z.string()).optional(),
    /** How sure the brain is; null or absent where it does not say. */
    confidence: confidenceSchema.nullish(),
    /** The files that it edits, with their blobs on the base; "" for a new file. */
    files: z.array(touchedFile),
    diff: z.string(),
  }),
  z.object({
    type: z.literal("candidate-refused"),
    cycle: count,
    attempt: count,
    tree: z.string(),
    rule: z.string(),
    reason: z.string(),
    /** Every denial of policy; empty where memory or emptiness refused it. */
    denials: z.array(denialSchema).default([]),
  }),
  z.object({
    type: z.literal("candidate-judged"),
    cycle: count,
    attempt: count,
    tree: z.string(),
    status: z.enum(["promote", "reject"]),
    rule: z.string(),
    reason: z.string(),
    /** What the gates' own defences hold against it, and what policy only notes for the reviewer. */
    denials: z.array(denialSchema).default([]),
    notes: z.array(denialSchema).default([]),
    gates: z.array(gateJudgement),
    durationMs: milliseconds,
  }),
  z.object({
    /** What comes after it is a function of the cycle's events: a killed campaign goes on from here. */
    type: z.literal("attempt-ended"),
    cycle: count,
    /** `suggest`: every gate let a candidate through that the brain is not sure enough of. */
    status: z.enum(["promote", "suggest", "rejected", "no-candidate"]),
    reason: z.string(),
    attempts: count,
    /** Set when the brain knows no more on these files: the digest of what it tried is not worth trying again. */
    exhausted: z.object({ brain: z.string(), suspects: z.array(touchedFile) }).nullable(),
  }),
  z.object({
    /** Written before any ref moves, so that a killed campaign can tell what it was about to do. */
    type: z.literal("promotion-intended"),
    cycle: count,
    tree: z.string(),
    parent: z.string(),
    commit: z.string(),
    snapshot: z.string(),
  }),
  z.object({
    type: z.literal("promoted"),
    cycle: count,
    tree: z.string(),
    parent: z.string(),
    commit: z.string(),
    snapshot: z.string(),
    subject: z.string(),
    files: z.array(z.string()),
    /** Whether policy could not refuse it (--no-safety): it is never published. */
    isUnsafe: z.boolean().default(false),
  }),
  z.object({
    /** A candidate that every gate let through and that is not on master, since the brain is not sure enough of it. */
    type: z.literal("suggested"),
    cycle: count,
    attempt: count,
    tree: z.string(),
    /** Commit of master that `patch` is against. */
    parent: z.string(),
    /** As a promotion's commit would have it. */
    subject: z.string(),
    origin: z.string(),
    /** Kind and version of the brain that made it. */
    brain: z.string(),
    confidence: confidenceSchema,
    files: z.array(z.string()),
    /** As `git apply` takes it. */
    patch: z.string(),
  }),
  z.object({ type: z.literal("lesson-learned"), cycle: count, lesson: lessonSchema }),
  z.object({
    type: z.literal("cycle-finished"),
    cycle: count,
    outcome: z.enum(["promoted", "suggested", "rejected", "no-candidate", "error"]),
    reason: z.string(),
    candidates: count,
    attempts: count,
    files: z.array(z.string()),
    commit: z.string().nullable(),
    snapshot: z.string().nullable(),
    /** Whether it promoted, or wrote a new avoided, suggested or exhausted key. */
    hasTaught: z.boolean(),
    durationMs: milliseconds,
    costUsd: usd,
  }),
  z.object({ type: z.literal("memory-stored"), commit: z.string().nullable(), lessons: count }),
  z.object({
    type: z.literal("campaign-stopped"),
    stopReason: z.enum(stopReasons),
    detail: z.string(),
  }),
]);

/** Something that happened in a campaign. */
export type CampaignEvent = z.infer<typeof eventSchema>;
/** One kind of event. */
export type EventOf<Type extends CampaignEvent["type"]> = Extract<CampaignEvent, { type: Type }>;
/** An event as the journal holds it: numbered from 0 and dated (ISO 8601, UTC). */
export type JournalEntry = { readonly seq: number; readonly at: string; readonly event: CampaignEvent };
/** A work item as events carry it. */
export type ItemSummary = z.infer<typeof item>;
/** A gate result as events carry it. */
export type GateSummary = z.infer<typeof gateSummary>;
