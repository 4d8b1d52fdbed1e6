import type { WorkItem } from "../../../domain/work-item.ts";
import type { FileSuspicion, Suspicion } from "./suspicion.ts";

/** How much less each frame further from the failure is suspected. */
const DECAY = 0.8;
const scriptFrame = /((?:file:\/\/)?[^\s()'"]+?\.[cm]?[jt]sx?):(\d+)(?::\d+)?/g;
const pythonFrame = /(?:File "([^"]+\.py)", line (\d+))|(?:^|\s)([^\s:"]+\.py):(\d+)/g;

/** Suspects the lines that the failure's stack names, the nearest to the failure most. */
export function findStackEvidence(
  item: Pick<WorkItem, "evidence">,
  mountPath: string,
  editableFiles: readonly string[],
): Suspicion {
  const editable = new Set(editableFiles);
  const found = new Map<string, Map<number, number>>();
  for (const evidence of item.evidence) {
    const places = readFrames(`${evidence.message}\n${evidence.stack}`, mountPath);
    if (evidence.at !== undefined) places.unshift(evidence.at);
    const ours = places.filter(({ file }) => editable.has(file));
    for (const [distance, { file, line }] of ours.entries()) {
      const lines = found.get(file) ?? new Map<number, number>();
      found.set(file, lines);
      lines.set(line, Math.max(lines.get(line) ?? 0, DECAY ** distance));
    }
  }
  return new Map([...found].map(([file, lines]): [string, FileSuspicion] => [file, { lines, rest: 0 }]));
}

function readFrames(stack: string, mountPath: string): { file: string; line: number }[] {
  const script = [...stack.matchAll(scriptFrame)].map(([, file = "", line]) => ({
    file,
    line: Number(line),
  }));
  // Python's tracebacks end with the frame that raised.
  const python = [...stack.matchAll(pythonFrame)]
    .map(([, file, line, other, otherLine]) => ({
      file: file ?? other ?? "",
      line: Number(line ?? otherLine),
    }))
    .toReversed();
  return [...script, ...python].map(({ file, line }) => ({ file: toRelative(file, mountPath), line }));
}

function toRelative(file: string, mountPath: string): string {
  const path = file.replace(/^file:\/\//, "");
  return path.startsWith(`${mountPath}/`) ? path.slice(mountPath.length + 1) : path.replace(/^\.\//, "");
}
