import { z } from "zod";
import { confidenceSchema } from "./confidence.ts";

/** Where a file stood when a lesson was learned; the lesson is in force while the blob is the same. */
export const touchedFile = z.object({ path: z.string(), blob: z.string() });

const base = {
  /** Digest of kind and key: the same lesson learned twice is one record. */
  id: z.string(),
  campaign: z.string(),
  cycle: z.number().int(),
  /** ISO 8601, UTC. */
  at: z.string(),
  /** Who says so. Only `gates` and `person` lessons are enforced. */
  trust: z.enum(["gates", "person", "model"]),
  item: z.object({ id: z.string(), kind: z.string(), title: z.string(), signature: z.string() }),
  /** One or two sentences for people and prompts. Data, never an instruction. */
  text: z.string(),
  files: z.array(touchedFile),
};

/** An approach that full gates refused. Its key is failure signature + normalised diff. */
const avoided = z.object({
  ...base,
  kind: z.literal("avoided"),
  key: z.string(),
  rule: z.string(),
  diff: z.string(),
});

/** A brain tried all that it knows on an item. Its key is item + suspects' sources + operator set version. */
const exhausted = z.object({
  ...base,
  kind: z.literal("exhausted"),
  key: z.string(),
  candidates: z.number().int(),
});

/** A fix that every gate let through and that waits for a person. Its key is item + brain + the files that it edits. */
const suggested = z.object({
  ...base,
  kind: z.literal("suggested"),
  key: z.string(),
  /** Kind and version of the brain that made it: another one may be asked all the same. */
  brain: z.string(),
  origin: z.string(),
  confidence: confidenceSchema,
  diff: z.string(),
});

/** What worked: which origin mended which signature, with the diff. */
const pattern = z.object({
  ...base,
  kind: z.literal("pattern"),
  key: z.string(),
  origin: z.string(),
  diff: z.string(),
  commit: z.string(),
});

/** What policy, or a defence of the gates, denied. Policy itself enforces it; the lesson informs. */
const denied = z.object({
  ...base,
  kind: z.literal("denied"),
  /** Digest of the rule and the normalised diff. */
  key: z.string(),
  rule: z.string(),
  /** "" where the whole candidate is meant. */
  file: z.string(),
  line: z.number().int().positive().nullable(),
  reason: z.string(),
  diff: z.string(),
});

/** What an attempt earned its arms, such as `method:direct` or `operator:comparison`. A number and no knowledge. */
const reward = z.object({
  ...base,
  kind: z.literal("reward"),
  /** Of campaign, cycle, attempt and tree: an attempt counts once, however many writers tell of it. */
  key: z.string(),
  attempt: z.number().int(),
  arms: z.array(z.string()),
  reward: z.number().min(0).max(1),
});

/** Says that another lesson no longer holds; it outlives merges, so that a forgotten lesson stays forgotten. */
const forgotten = z.object({
  kind: z.literal("forgotten"),
  id: z.string(),
  lesson: z.string(),
  at: z.string(),
  by: z.string(),
});

/** One line of a memory file. */
export const lessonSchema = z.discriminatedUnion("kind", [
  avoided,
  denied,
  exhausted,
  pattern,
  reward,
  suggested,
  forgotten,
]);

/** What a cycle taught. */
export type Lesson = z.infer<typeof lessonSchema>;
/** A lesson that says something about code: neither a reward nor the record of forgetting. */
export type Knowledge = Exclude<Lesson, { kind: "forgotten" | "reward" }>;
export type AvoidedLesson = z.infer<typeof avoided>;
export type DeniedLesson = z.infer<typeof denied>;
export type ExhaustedLesson = z.infer<typeof exhausted>;
export type PatternLesson = z.infer<typeof pattern>;
export type RewardLesson = z.infer<typeof reward>;
export type SuggestedLesson = z.infer<typeof suggested>;
