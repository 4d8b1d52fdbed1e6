import { showCode } from "../../src/report/show-code.ts";
import { updateDashboard } from "../dashboard/update-dashboard.ts";
import type { Desk } from "../desk.ts";
import { addNote, readNote } from "../notes/hidden-note.ts";
import { requestLabel } from "../requests/request-label.ts";
import { findObstacles } from "./find-obstacles.ts";

const welcomeLabel = {
  name: "nightshift:welcome",
  color: "5319e7",
  description: "Says what Nightshift found here",
};

/** Opens one issue that says what was found and what stands in the way. No code is written; a second call finds it open. */
export async function welcome(desk: Desk): Promise<void> {
  const { github, login, prefix } = desk;
  const known = await github.listIssues({ state: "all", labels: [welcomeLabel.name], limit: 20 });
  const isThere = known.some(({ author, body }) => author === login && readNote(body)?.kind === "welcome");
  await github.ensureLabel(requestLabel);
  if (!isThere) {
    const { found, obstacles } = await findObstacles(desk);
    const list = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join("\n");
    const text = [
      `Nightshift is installed. It writes to branches and tags beneath ${showCode(prefix)} alone, and offers what it finds as draft pull requests; the default branch is yours.`,
      `### What it found\n\n${list(found)}`,
      obstacles.length === 0
        ? "Nothing that it can see stands in the way."
        : `### What stands in the way\n\n${list(obstacles.map(({ what, mend }) => `${what}. ${mend}`))}`,
      "### How to begin\n\n" +
        `Put the label ${showCode(requestLabel.name)} on an issue that says what you wish for, or tick “start” on the dashboard. ` +
        "`npx nightshift doctor --github`, with an administrator's token, sees what the App may not.",
    ].join("\n\n");
    await github.ensureLabel(welcomeLabel);
    await github.createIssue({
      title: "Nightshift is here",
      body: addNote(text, { kind: "welcome" }),
      labels: [welcomeLabel.name],
    });
  }
  await updateDashboard(desk);
}
