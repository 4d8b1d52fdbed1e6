import type { WorkItem } from "../../../domain/work-item.ts";
import type { Clues, SeenValue } from "../../../operators/clues.ts";
import { collectNames } from "../../../operators/names.ts";
import { planObservation } from "../../../operators/synthesis/plan-observation.ts";
import type { SyntaxNode } from "../../../syntax/syntax-node.ts";
import type { ObservedValue, WarmSession } from "../warm/warm-session.ts";
import { planValueNotes } from "./plan-value-notes.ts";
import type { Suspect } from "./read-suspects.ts";
import { suspectNode } from "./suspect-node.ts";

/** Files that are watched while the base runs, the most suspected ones. */
const MAX_WATCHED = 3;

/** What was seen of a file. */
type Seen = Pick<Clues, "values" | "states">;

/**
 * What expressions of the most suspected files were seen to be while the base ran, and what was in scope of their
 * statements, by path. The base runs twice for each file.
 */
export async function observeSuspects(
  files: readonly Suspect[],
  { targets }: Pick<WorkItem, "targets">,
  session: Pick<WarmSession, "observe">,
): Promise<ReadonlyMap<string, Seen>> {
  const failing = new Set(targets);
  const observe = (path: string, content: string) => session.observe([{ path, mode: "100644", content }]);
  const clues = new Map<string, Seen>();
  for (const { source, suspicion } of files.slice(0, MAX_WATCHED)) {
    const { path } = source;
    const suspect = (node: SyntaxNode) => suspectNode(node, suspicion);
    const notes = planValueNotes(source, suspect);
    const seen = notes.nodes.size === 0 ? new Map() : await observe(path, notes.text);
    const byNode = new Map<SyntaxNode, readonly SeenValue[]>();
    for (const [id, node] of notes.nodes) byNode.set(node, describe(seen.get(id) ?? [], failing));
    const plan = planObservation(source, collectNames(source), (node) => suspect(node) > 0);
    const states = plan?.read(await observe(path, plan.text), failing);
    const values = (node: SyntaxNode) => byNode.get(node) ?? [];
    clues.set(path, { values, ...(states === undefined ? {} : { states }) });
  }
  return clues;
}

function describe(values: readonly ObservedValue[], failing: ReadonlySet<string>): readonly SeenValue[] {
  return values.map(({ test, type, text }) => ({
    ...{ type, text },
    isFailing: test !== null && failing.has(test),
  }));
}
