import { describeError } from "../../src/domain/errors.ts";
import type { Comment } from "../../src/github-port.ts";
import { mayWrite } from "../../src/may-write.ts";
import { showCode } from "../../src/report/show-code.ts";
import { updateDashboard } from "../dashboard/update-dashboard.ts";
import type { Desk } from "../desk.ts";
import { findNotes } from "../notes/find-notes.ts";
import { addNote } from "../notes/hidden-note.ts";
import { turnDown } from "../requests/turn-down.ts";
import type { CommandAnswer, CommandPlace } from "./command.ts";
import { findPlace } from "./find-place.ts";
import { parseCommand } from "./parse-command.ts";
import { commands } from "./registry.ts";

/** A comment that is being written may get its two times on both sides of a second; an edit takes longer. */
const clockMs = 1_000;

/** How a comment was dealt with. */
export type CommandOutcome = "none" | "answered" | "refused" | "done";

/**
 * Deals with a comment as it is on GitHub now, not as a delivery tells it: a command counts on our own threads alone,
 * unedited, from a person who may write at this moment, and once. It gets one reaction and one reply.
 */
export async function runCommand(
  { issue, comment: id }: { readonly issue: number; readonly comment: number },
  desk: Desk,
): Promise<CommandOutcome> {
  const comments = await desk.github.listComments(issue);
  const comment = comments.find((each) => each.id === id);
  if (comment === undefined || !isOrder(comment)) return "none";
  const parsed = parseCommand(comment.body);
  if (parsed.status === "none") return "none";
  if (isAnswered(comments, id, desk)) return "answered";
  const place = await findPlace(issue, desk);
  if (place === null) return "none";
  if (!(await mayWrite(comment.author, desk))) {
    await desk.github.react(id, "-1");
    await turnDown({ issue, login: comment.author }, desk);
    return "refused";
  }
  await desk.github.react(id, "eyes");
  const answer: CommandAnswer =
    parsed.status === "wrong"
      ? {
          status: "refused",
          text: `It has to be written as ${showCode(parsed.usage)}, alone on the first line.`,
        }
      : await answerCommand(parsed, { place, comment, desk });
  desk.log.info({ issue, comment: id, command: parsed.name, outcome: answer.status }, "a command");
  await desk.github.react(id, answer.status === "refused" ? "confused" : "+1");
  if (answer.status === "replied") return "done";
  await desk.github.createComment(issue, addNote(answer.text, { kind: "reply", comment: id }));
  if (parsed.name !== "status" && parsed.name !== "why") await updateDashboard(desk);
  return answer.status;
}

/** A person's comment that nobody has edited: what it says now is what its author said, and nobody else. */
function isOrder({ isBot, author, createdAt, updatedAt }: Comment): boolean {
  const changedMs = Math.abs(Date.parse(updatedAt) - Date.parse(createdAt));
  return !isBot && !author.endsWith("[bot]") && changedMs <= clockMs;
}

function isAnswered(comments: readonly Comment[], id: number, desk: Desk): boolean {
  return [...findNotes(comments, "reply", desk), ...findNotes(comments, "approval", desk)].some(
    ({ note }) => note.comment === id,
  );
}

async function answerCommand(
  { name, argument }: Extract<ReturnType<typeof parseCommand>, { status: "command" }>,
  { place, comment, desk }: { readonly place: CommandPlace; readonly comment: Comment; readonly desk: Desk },
): Promise<CommandAnswer> {
  try {
    return await commands[name]({ argument, place, by: comment.author, comment: comment.id }, desk);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    // To be tried again: whoever asked should not be told that it was refused.
    if (["GITHUB_RATE_LIMITED", "GITHUB_UNAVAILABLE"].includes(code)) throw error;
    desk.log.error({ comment: comment.id, command: name, error: describeError(error) }, "a command failed");
    return { status: "refused", text: `It failed: ${showCode(describeError(error))}` };
  }
}
