import type { CampaignDeps } from "../campaign-deps.ts";
import { compareLines } from "./compare-lines.ts";
import { findStatements, type Statement } from "./find-statements.ts";
import type { StrengthInput } from "./strength-input.ts";

/** A source that a candidate changes, with the statements that it changes. */
export type ChangedSource = {
  readonly path: string;
  /** On the candidate: what it adds, or where it only takes out, what stands around that. */
  readonly changed: readonly Statement[];
  /** On the base: what it takes out or rewrites, and what stands around what is only added. */
  readonly base: readonly Statement[];
};

/** The changed sources in languages that can be parsed, as far as code changes in them. */
export async function findChangedSources(
  { sources, position }: Pick<StrengthInput, "sources" | "position">,
  { git, parser }: Pick<CampaignDeps, "git" | "parser">,
): Promise<readonly ChangedSource[]> {
  const found: ChangedSource[] = [];
  for (const { path, content } of sources) {
    if (content === null) continue;
    const before = (await git.readFile(position.tree, path))?.toString("utf8") ?? "";
    const change = compareLines(before, content);
    const find = async (text: string, lines: readonly number[]) => {
      const parsed = await parser.parse(path, text);
      return parsed.status === "parsed" ? findStatements(parsed.source, lines) : [];
    };
    const added = await find(content, change.added);
    const removed = await find(before, change.removed);
    if (added.length === 0 && removed.length === 0) continue;
    const changed = added.length > 0 ? added : await find(content, change.gaps);
    const base = [...removed, ...(await find(before, change.seams))];
    if (changed.length > 0) found.push({ path, changed, base });
  }
  return found;
}
