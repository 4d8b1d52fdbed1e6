import { digest } from "../domain/digest.ts";
import type { Issue } from "../domain/issue.ts";
import type { WorkItem } from "../domain/work-item.ts";
import type { Finder } from "./finder.ts";
import { parseIssue } from "./parse-issue.ts";

const MAX_SIGNATURE = 400;

/**
 * Makes work of what a person asks for: the issue that the campaign was given, else its goal where a model is there to
 * turn it into a test. Such an item has no targets before a test shows it, so that without one nothing can be promoted.
 */
export const findIssue: Finder = ({ results, asked }) => {
  const { issue, goal, hasModel } = asked;
  const wanted = issue ?? readGoal(goal);
  if (wanted === null || !hasModel) return { items: [], notes: [] };
  const gate = results.find(({ kind, status }) => kind === "tests" && status !== "error");
  if (gate !== undefined) return { items: [buildItem(wanted, gate.gate)], notes: [] };
  const what = issue === null ? "The goal" : "The issue";
  const note = `${what} was not worked on: it has to be shown by a test first, and no gate of kind tests gives a result.`;
  return { items: [], notes: [note] };
};

function readGoal(goal: string): Issue | null {
  const parsed = parseIssue(goal);
  return parsed.status === "issue" ? parsed.issue : null;
}

function buildItem({ title, body }: Issue, gate: string): WorkItem {
  const id = digest("issue", title, body);
  const signature = `${title} ${body}`.replace(/\s+/g, " ").trim().slice(0, MAX_SIGNATURE).toWellFormed();
  return {
    ...{ id, kind: "issue", gate, gateKind: "tests", title, signature },
    ...{ files: [], targets: [], evidence: [{ id, title, message: body, stack: "" }] },
  };
}
