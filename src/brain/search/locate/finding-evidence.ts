import type { WorkItem } from "../../../domain/work-item.ts";
import type { FileSuspicion, Suspicion } from "./suspicion.ts";

/** Lines around a finding that may hold its cause. */
const NEARBY_LINES = 3;

/** Suspects the line of each finding, its neighbours less, and for type errors the rest of the file a little. */
export function findFindingEvidence(
  item: Pick<WorkItem, "kind" | "evidence">,
  editableFiles: readonly string[],
): Suspicion {
  const suspicion = new Map<string, { lines: Map<number, number>; rest: number } & FileSuspicion>();
  const isLint = item.kind === "lint";
  for (const { at } of item.evidence) {
    if (at === undefined || !editableFiles.includes(at.file)) continue;
    const file = suspicion.get(at.file) ?? { lines: new Map<number, number>(), rest: isLint ? 0 : 0.1 };
    suspicion.set(at.file, file);
    const reach = isLint ? 0 : NEARBY_LINES;
    for (let line = Math.max(1, at.line - reach); line <= at.line + reach; line += 1) {
      const value = line === at.line ? 1 : 0.5;
      file.lines.set(line, Math.max(file.lines.get(line) ?? 0, value));
    }
  }
  return suspicion;
}
