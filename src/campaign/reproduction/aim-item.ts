import { type Check, checkId } from "../../domain/gate.ts";
import type { WorkItem } from "../../domain/work-item.ts";
import { buildEvidence } from "../../work/build-evidence.ts";

const maxEvidence = 20;

/**
 * The item once tests show it. What a person asks for has these tests as its targets, in their gate. An item that a gate
 * found keeps its own targets and has the new tests as further evidence. Who it is stays: memory knows it by that. Pure.
 */
export function aimItem(
  item: WorkItem,
  {
    failing,
    tracked,
    paths,
  }: {
    /** By gate; not empty. */
    readonly failing: ReadonlyMap<string, readonly Check[]>;
    readonly tracked: ReadonlySet<string>;
    /** Of the new tests, for reports that name no files. */
    readonly paths: readonly string[];
  },
): WorkItem {
  const [first] = failing;
  if (first === undefined) throw new Error("a reproduction needs a failing test");
  const [gate, checks] = first;
  const all = [...failing.values()].flat();
  const added = all.map((check) => buildEvidence(check, tracked));
  const named = [...new Set(all.map(({ file }) => file))].filter((file) => file !== "");
  const files = named.length > 0 ? named : [...paths];
  if (item.kind !== "issue")
    return {
      ...item,
      evidence: [...item.evidence, ...added].slice(0, maxEvidence),
      files: [...new Set([...item.files, ...files])],
    };
  return {
    ...item,
    ...{ gate, gateKind: "tests", targets: checks.map(checkId), files },
    evidence: added.slice(0, maxEvidence),
  };
}
