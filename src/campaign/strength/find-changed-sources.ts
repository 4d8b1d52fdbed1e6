import type { CampaignDeps } from "../campaign-deps.ts";
import { compareLines } from "./compare-lines.ts";
import { findStatements, type LineRange } from "./find-statements.ts";
import type { StrengthInput } from "./strength-input.ts";

/** A source that a candidate changes, with the statements that it changes. */
export type ChangedSource = {
  readonly path: string;
  /** On the candidate: what it adds, or where it only takes out, what stands around that. */
  readonly changed: readonly LineRange[];
  /** On the base: what it takes out or rewrites; empty where it only adds. */
  readonly base: readonly LineRange[];
  /** On the base: the same, and what stands around what is only added. */
  readonly around: readonly LineRange[];
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
    const changed = added.length > 0 ? added : await find(content, change.gaps);
    const base = await find(before, change.removed);
    const around = [...base, ...(await find(before, change.seams))];
    if (changed.length > 0 && (added.length > 0 || base.length > 0))
      found.push({ path, changed, base, around });
  }
  return found;
}
