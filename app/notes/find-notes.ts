import type { Comment } from "../../src/github-port.ts";
import { type HiddenNote, type NoteOf, readNote } from "./hidden-note.ts";

/** A comment of the App's with the note in it. */
export type NotedComment<Kind extends HiddenNote["kind"]> = {
  readonly comment: Comment;
  readonly note: NoteOf<Kind>;
};

/** The App's own comments with a note of a kind, oldest first. A note in anybody else's comment is only text. Pure. */
export function findNotes<Kind extends HiddenNote["kind"]>(
  comments: readonly Comment[],
  kind: Kind,
  { login }: { readonly login: string },
): readonly NotedComment<Kind>[] {
  return comments.flatMap((comment) => {
    if (!comment.isBot || comment.author.toLowerCase() !== login.toLowerCase()) return [];
    const note = readNote(comment.body);
    return note !== null && isOf(note, kind) ? [{ comment, note }] : [];
  });
}

function isOf<Kind extends HiddenNote["kind"]>(note: HiddenNote, kind: Kind): note is NoteOf<Kind> {
  return note.kind === kind;
}
