import type { PolicyRule } from "../../../src/policy/policy-rule.ts";
import { judgeChange } from "../../helpers/judge-change.ts";

/** What a rule says of a file's new text, as `severity:line` of each finding. */
export async function judgeShape(
  rule: PolicyRule,
  path: string,
  before: string | null,
  after: string,
): Promise<readonly string[]> {
  const base = before === null ? {} : { [path]: before };
  const verdict = await judgeChange(base, { [path]: after }, { rules: [rule] });
  const denials = verdict.status === "denied" ? verdict.denials : [];
  return [...denials.map(({ line }) => `denial:${line}`), ...verdict.notes.map(({ line }) => `note:${line}`)];
}
