import type { Issue } from "../../src/github-port.ts";
import type { Desk } from "../desk.ts";
import { readNote } from "../notes/hidden-note.ts";
import { readDashboard } from "./read-dashboard.ts";
import { dropUsage, renderDashboard } from "./render-dashboard.ts";

/** By which the dashboard is found again. */
const dashboardLabel = {
  name: "nightshift:dashboard",
  color: "5319e7",
  description: "The state of Nightshift in this repository",
};

/** The dashboard's issue, the oldest where there are several; null without one. */
export async function findDashboard({
  github,
  login,
}: Pick<Desk, "github" | "login">): Promise<Issue | null> {
  const issues = await github.listIssues({ state: "all", labels: [dashboardLabel.name], limit: 20 });
  return (
    issues.findLast((issue) => issue.author === login && readNote(issue.body)?.kind === "dashboard") ?? null
  );
}

/** Brings the dashboard up to date. A closed one is left alone: somebody does not want it. */
export async function updateDashboard(desk: Desk): Promise<void> {
  const { github } = desk;
  const issue = await findDashboard(desk);
  if (issue?.state === "closed") return;
  const body = renderDashboard(await readDashboard(desk));
  if (issue === null) {
    await github.ensureLabel(dashboardLabel);
    await github.createIssue({ title: "Nightshift dashboard", body, labels: [dashboardLabel.name] });
  } else if (dropUsage(issue.body) !== dropUsage(body)) await github.updateIssue(issue.number, { body });
}
