import { z } from "zod";

/** What a comment or an issue of the App's tells the App, in a line that nobody sees. */
const noteSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("request"),
    /** Who asked. */
    by: z.string().max(100),
    /** `updated_at` of the issue as it was asked; what is not newer has been seen. */
    asked: z.string().max(40),
    state: z.enum(["asking", "asked", "running", "ended", "refused"]),
    /** The newest run as it was asked: the campaign's is a later one. */
    after: z.int().nonnegative(),
    run: z.int().nonnegative().nullable(),
    /** Digest of the text as it was asked. */
    words: z.string().max(64).optional(),
  }),
  z.strictObject({ kind: z.literal("reply"), comment: z.int().nonnegative() }),
  z.strictObject({
    kind: z.literal("approval"),
    comment: z.int().nonnegative(),
    by: z.string().max(100),
    head: z.string().regex(/^[0-9a-f]{40,64}$/),
    bundle: z.string().max(100),
    /** The newest run of verify as it was asked, and the one that was asked for as far as GitHub tells it. */
    after: z.int().nonnegative(),
    run: z.int().positive().nullable().optional(),
    state: z.enum(["verifying", "ended"]),
  }),
  z.strictObject({ kind: z.literal("refusal"), login: z.string().max(100) }),
  z.strictObject({ kind: z.literal("stale") }),
  z.strictObject({ kind: z.literal("outcome") }),
  z.strictObject({ kind: z.literal("dashboard") }),
  z.strictObject({ kind: z.literal("welcome") }),
]);

/** A hidden note. */
export type HiddenNote = z.infer<typeof noteSchema>;
/** A note of one kind. */
export type NoteOf<Kind extends HiddenNote["kind"]> = Extract<HiddenNote, { kind: Kind }>;

const line = /^<!-- nightshift-note: (\{.*\}) -->$/;

/** A text with its note as the last line. Nothing in a note can end the comment that it is in. Pure. */
export function addNote(text: string, note: HiddenNote): string {
  const json = JSON.stringify(noteSchema.parse(note))
    .replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`)
    .replaceAll("--", "-\\u002d");
  return `${text.trimEnd()}\n\n<!-- nightshift-note: ${json} -->`;
}

/** The note of a text, of its last line alone; null without one. Whose text it is the caller has to see to. Pure. */
export function readNote(body: string): HiddenNote | null {
  const json = line.exec(body.trimEnd().split("\n").at(-1)?.trim() ?? "")?.[1];
  if (json === undefined) return null;
  try {
    const parsed = noteSchema.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
