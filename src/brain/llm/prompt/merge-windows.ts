/** A stretch of lines, 1-based, both ends in it. */
export type Window = { readonly from: number; readonly to: number };

/** Windows with no more than this between them are one: a mark of what is missing takes as much. */
const MAX_GAP = 2;

/** The windows in the order of the file, those that touch or overlap as one. Pure. */
export function mergeWindows(windows: readonly Window[]): readonly Window[] {
  const merged: Window[] = [];
  for (const window of windows.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && window.from <= last.to + MAX_GAP + 1)
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, window.to) };
    else merged.push(window);
  }
  return merged;
}
