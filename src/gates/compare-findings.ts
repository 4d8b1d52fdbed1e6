import { findingId, type LocatedFinding } from "../domain/gate.ts";
import type { Difference } from "./compare-checks.ts";
import { countIds } from "./count-ids.ts";

/**
 * Compares findings as multisets of rule, file and line text, so that a line that has moved is the same finding, and a
 * second one of the same kind is a new one.
 */
export function compareFindings(
  base: readonly LocatedFinding[],
  candidate: readonly LocatedFinding[],
  setAside: ReadonlySet<string>,
): Difference {
  const before = countIds(base.map(findingId));
  const after = countIds(candidate.map(findingId));
  const isMore = (more: ReadonlyMap<string, number>, less: ReadonlyMap<string, number>): readonly string[] =>
    [...more].filter(([id, count]) => count > (less.get(id) ?? 0) && !setAside.has(id)).map(([id]) => id);
  return { fixed: isMore(before, after), broken: isMore(after, before) };
}
