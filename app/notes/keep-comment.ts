import type { GitHub } from "../../src/github-port.ts";
import { findNotes } from "./find-notes.ts";
import { addNote, type HiddenNote } from "./hidden-note.ts";

/**
 * Keeps one comment on a thread current: the App's first one with a note of this kind (and for which `isThis` holds) is
 * rewritten, else one is made. What says the same already is left alone.
 */
export async function keepComment(
  input: {
    readonly issue: number;
    readonly text: string;
    readonly note: HiddenNote;
    readonly isThis?: (note: HiddenNote) => boolean;
  },
  {
    github,
    login,
  }: {
    readonly github: Pick<GitHub, "listComments" | "createComment" | "updateComment">;
    readonly login: string;
  },
): Promise<void> {
  const { issue, note, isThis = () => true } = input;
  const body = addNote(input.text, note);
  const mine = findNotes(await github.listComments(issue), note.kind, { login });
  const known = mine.find((each) => isThis(each.note))?.comment;
  if (known === undefined) await github.createComment(issue, body);
  else if (known.body !== body) await github.updateComment(known.id, body);
}
