import type { GateSpec } from "../domain/gate.ts";
import type { WorkItem } from "../domain/work-item.ts";

/**
 * Items in the order to work on them: what is cheapest to check and surest to be mended first. By the gate's order,
 * then those whose evidence points into a source, then those with fewer targets; otherwise as they were found. An issue
 * comes first where a person gave it to the campaign, and last where it is the campaign's goal. Pure.
 */
export function rankItems(
  items: readonly WorkItem[],
  gates: readonly Pick<GateSpec, "name" | "order">[],
  { isIssueFirst = false }: { readonly isIssueFirst?: boolean } = {},
): readonly WorkItem[] {
  const places = new Map(
    [...gates].sort((a, b) => a.order - b.order).map(({ name }, place) => [name, place]),
  );
  const placeOf = ({ gate }: WorkItem) => places.get(gate) ?? gates.length;
  const isFirst = ({ kind }: WorkItem) => (kind === "issue") === isIssueFirst;
  return items.toSorted(
    (a, b) =>
      Number(isFirst(b)) - Number(isFirst(a)) ||
      placeOf(a) - placeOf(b) ||
      Number(pointsIntoSource(b)) - Number(pointsIntoSource(a)) ||
      a.targets.length - b.targets.length,
  );
}

function pointsIntoSource({ evidence, files }: WorkItem): boolean {
  return evidence.some(({ at }) => at !== undefined && !files.includes(at.file));
}
