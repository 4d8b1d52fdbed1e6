import type { WorkItem } from "../../../domain/work-item.ts";
import type { Clues, SeenValue } from "../../../operators/clues.ts";
import type { SyntaxNode } from "../../../syntax/syntax-node.ts";
import type { ObservedValue, WarmSession } from "../warm/warm-session.ts";
import { planValueNotes } from "./plan-value-notes.ts";
import type { Suspect } from "./read-suspects.ts";
import { suspectNode } from "./suspect-node.ts";

/** Files that are watched while the base runs, the most suspected ones. */
const MAX_WATCHED = 3;

/** What expressions of the most suspected files were seen to be while the base ran, by path. */
export async function observeSuspects(
  files: readonly Suspect[],
  { targets }: Pick<WorkItem, "targets">,
  session: Pick<WarmSession, "observe">,
): Promise<ReadonlyMap<string, Pick<Clues, "values">>> {
  const clues = new Map<string, Pick<Clues, "values">>();
  const failing = new Set(targets);
  for (const { source, suspicion } of files.slice(0, MAX_WATCHED)) {
    const notes = planValueNotes(source, (node) => suspectNode(node, suspicion));
    if (notes.nodes.size === 0) continue;
    const seen = await session.observe([{ path: source.path, mode: "100644", content: notes.text }]);
    const byNode = new Map<SyntaxNode, readonly SeenValue[]>();
    for (const [id, node] of notes.nodes) byNode.set(node, describe(seen.get(id) ?? [], failing));
    clues.set(source.path, { values: (node) => byNode.get(node) ?? [] });
  }
  return clues;
}

function describe(values: readonly ObservedValue[], failing: ReadonlySet<string>): readonly SeenValue[] {
  return values.map(({ test, type, text }) => ({
    ...{ type, text },
    isFailing: test !== null && failing.has(test),
  }));
}
