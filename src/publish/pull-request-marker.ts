import { z } from "zod";

const gitHash = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);

const markerSchema = z.strictObject({
  version: z.literal(1),
  campaign: z.string().regex(/^[0-9a-z-]{1,80}$/),
  /** The promotions that are offered, in their order. */
  cycles: z.array(z.int().nonnegative()).min(1).max(200),
  /** Ids of their work items. */
  items: z.array(z.string().max(200)).min(1).max(200),
  /** Content ids of their changesets. */
  changesets: z
    .array(z.string().regex(/^b[a-z2-7]{58}$/))
    .min(1)
    .max(200),
  tree: gitHash,
  /** Changed files as they were before, "" for a file that was not there: an item stays declined while they are so. */
  files: z.array(z.tuple([z.string().max(1_000), z.string().max(80)])).max(50),
  /** When it was offered, ISO 8601. */
  at: z.iso.datetime(),
  /** Whether it has been marked as declined: a label that is missing afterwards was taken off by a person. */
  isDeclined: z.boolean(),
});

/** What a pull request tells of itself in a comment that nobody sees. */
export type PullRequestMarker = z.infer<typeof markerSchema>;

const line = /^<!-- nightshift: (\{.*\}) -->$/;

/** The marker as the last line of a pull request's text. Nothing in it can end the comment. Pure. */
export function renderMarker(marker: PullRequestMarker): string {
  const json = JSON.stringify(markerSchema.parse(marker))
    .replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`)
    .replaceAll("--", "-\\u002d");
  return `<!-- nightshift: ${json} -->`;
}

/** Reads the marker: of the last line alone, written in the one way that there is, else null. Pure. */
export function parseMarker(body: string): PullRequestMarker | null {
  const last = body.trimEnd().split("\n").at(-1)?.trim() ?? "";
  const json = line.exec(last)?.[1];
  if (json === undefined) return null;
  try {
    const parsed = markerSchema.safeParse(JSON.parse(json));
    return parsed.success && renderMarker(parsed.data) === last ? parsed.data : null;
  } catch {
    return null;
  }
}
