import type { PlacedLine } from "../diff-lines.ts";
import { findMarkers, type TestMarker } from "./find-markers.ts";
import { listAddedBlocks } from "./pair-blocks.ts";
import type { TestDifference } from "./test-difference.ts";
import type { TestOutline } from "./test-outline.ts";

/**
 * Markers (`skip`, `only`, `xfail`, retries, …) that a test file has more of than before; a new file had none. Of several
 * alike, those on added lines are named. In a new test a condition is a note: it takes nothing from others. Pure.
 */
export function compareMarkers(
  before: TestOutline | null,
  after: TestOutline,
  added: readonly PlacedLine[],
): readonly TestDifference[] {
  const was = before === null ? [] : findMarkers(before.source.root, before.source);
  const isFresh = new Set(added.map(({ line }) => line));
  const blocks = listAddedBlocks(before?.items ?? [], after.items);
  const isInNewTest = (line: number) => blocks.some(({ node }) => node.line <= line && line <= node.endLine);
  const groups = Map.groupBy(findMarkers(after.source.root, after.source), keyOf);
  return [...groups].flatMap(([key, markers]) => {
    const rise = markers.length - was.filter((marker) => keyOf(marker) === key).length;
    const fresh = markers.filter(({ line }) => isFresh.has(line));
    const shown = [...fresh, ...markers.filter((marker) => !fresh.includes(marker))];
    return shown.slice(0, Math.max(0, rise)).map((marker): TestDifference => {
      const isNote = marker.isConditional && marker.kind === "skip" && isInNewTest(marker.line);
      return { ...describe(marker), line: marker.line, ...(isNote ? { severity: "note" } : {}) };
    });
  });
}

function describe({ kind, name }: TestMarker): Pick<TestDifference, "rule" | "reason"> {
  const word = name.split(" ")[0];
  return kind === "retry"
    ? { rule: "test-tolerance", reason: `${word}: tests may not be tried more often than before` }
    : { rule: "test-skipped", reason: `${word}: no more tests may be skipped or left out than before` };
}

function keyOf({ kind, name }: TestMarker): string {
  return `${kind} ${name}`;
}
