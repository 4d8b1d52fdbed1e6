import type { Source } from "../../syntax/source.ts";
import type { PlacedLine } from "../diff-lines.ts";
import { findMarkers, type TestMarker } from "./find-markers.ts";
import type { TestDifference } from "./test-difference.ts";

/**
 * Markers (`skip`, `only`, `xfail`, retries, …) that a test file has more of than before; a new file had none. Of several
 * alike, those on added lines are named. Pure.
 */
export function compareMarkers(
  before: Source | null,
  after: Source,
  added: readonly PlacedLine[],
): readonly TestDifference[] {
  const was = before === null ? [] : findMarkers(before.root, before);
  const isNew = new Set(added.map(({ line }) => line));
  const groups = Map.groupBy(findMarkers(after.root, after), keyOf);
  return [...groups].flatMap(([key, markers]) => {
    const rise = markers.length - was.filter((marker) => keyOf(marker) === key).length;
    const fresh = markers.filter(({ line }) => isNew.has(line));
    const shown = [...fresh, ...markers.filter((marker) => !fresh.includes(marker))].slice(
      0,
      Math.max(0, rise),
    );
    return shown.map(({ kind, name, line }) =>
      kind === "retry"
        ? {
            rule: "test-tolerance" as const,
            line,
            reason: `${name}: tests may not be tried more often than before`,
          }
        : {
            rule: "test-skipped" as const,
            line,
            reason: `${name}: no more tests may be skipped or left out than before`,
          },
    );
  });
}

function keyOf({ kind, name }: TestMarker): string {
  return `${kind} ${name}`;
}
