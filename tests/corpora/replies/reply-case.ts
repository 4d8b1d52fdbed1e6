import { z } from "zod";
import type { Random } from "../harness/random.ts";

/** The shape that the corpus asks for: a change as a model proposes it. */
export const candidateSchema = z.strictObject({
  summary: z.string().min(1),
  edits: z.array(z.strictObject({ path: z.string().min(1), old: z.string(), new: z.string() })).min(1),
});
export type Candidate = z.infer<typeof candidateSchema>;

/** One fuzzed reply, and what may be read from it. */
export type ReplyCase = {
  readonly text: string;
  readonly finish: "stop" | "length" | "refusal";
  /** Null: nothing may be read. Else this and nothing else; `mayFail` where nothing is right as well. */
  readonly answer: Candidate | null;
  readonly mayFail: boolean;
};

/** A way in which replies come: a name for the figures, and how one is made. */
export type ReplyFamily = { readonly name: string; make(random: Random): ReplyCase };

/** What has to be read from a reply. */
export function sound(text: string, answer: Candidate): ReplyCase {
  return { text, finish: "stop", answer, mayFail: false };
}

/** What may be read from a reply, if anything is. */
export function doubtful(text: string, answer: Candidate): ReplyCase {
  return { text, finish: "stop", answer, mayFail: true };
}

/** A reply without an answer. */
export function hollow(text: string, finish: ReplyCase["finish"] = "stop"): ReplyCase {
  return { text, finish, answer: null, mayFail: false };
}
