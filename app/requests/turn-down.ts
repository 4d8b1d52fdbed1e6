import type { Desk } from "../desk.ts";
import { findNotes } from "../notes/find-notes.ts";
import { addNote } from "../notes/hidden-note.ts";

/** Says once on a thread that somebody may not do this. Further tries of the same person are passed over in silence. */
export async function turnDown(
  { issue, login }: { readonly issue: number; readonly login: string },
  desk: Pick<Desk, "github" | "login">,
): Promise<void> {
  const said = findNotes(await desk.github.listComments(issue), "refusal", desk);
  if (said.some(({ note }) => note.login.toLowerCase() === login.toLowerCase())) return;
  const text =
    "Thank you. Nightshift acts for people with write permission to this repository alone, so nothing was started; " +
    "one of them can ask for it.";
  await desk.github.createComment(issue, addNote(text, { kind: "refusal", login }));
}
