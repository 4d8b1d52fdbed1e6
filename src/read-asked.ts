import type { ActionsContext } from "./adapters/actions/read-actions-context.ts";
import type { Issue } from "./domain/issue.ts";
import { readIssue } from "./read-issue.ts";

/** The label by which people ask for a campaign. */
const label = "nightshift";

/** What a person asks for: the file that is named, else the issue that was labelled just now. Throws as `readIssue`. */
export async function readAsked(
  file: string | undefined,
  { labelled }: Pick<ActionsContext, "labelled">,
): Promise<Issue | null> {
  if (file !== undefined) return readIssue(file);
  return labelled?.label === label ? { title: labelled.title, body: labelled.body } : null;
}
