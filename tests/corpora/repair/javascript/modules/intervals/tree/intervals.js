/** An interval is `{ start, end }`; the start belongs to it, the end does not. */
export function isEmpty(interval) {
  return interval.end <= interval.start;
}

/** Whether two intervals share a point. */
export function overlaps(a, b) {
  return a.start < b.end && b.start < a.end;
}

/** What two intervals share, or null. */
export function intersect(a, b) {
  const start = Math.max(a.start, b.start);
  const end = Math.min(a.end, b.end);
  return start < end ? { start, end } : null;
}

/** The fewest intervals that cover the same points, in order; intervals that touch become one. */
export function merge(intervals) {
  const sorted = intervals.filter((interval) => !isEmpty(interval)).sort((a, b) => a.start - b.start);
  const merged = [];
  for (const interval of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && interval.start <= last.end) {
      last.end = Math.max(last.end, interval.end);
    } else {
      merged.push({ start: interval.start, end: interval.end });
    }
  }
  return merged;
}

/** What is left of an interval when others are taken out of it. */
export function subtract(from, others) {
  const left = [];
  let start = from.start;
  for (const other of merge(others)) {
    if (other.end <= start) continue;
    if (other.start >= from.end) break;
    if (other.start > start) left.push({ start, end: other.start });
    start = other.end;
  }
  if (start < from.end) left.push({ start, end: from.end });
  return left;
}

/** The length that intervals cover together. */
export function coveredLength(intervals) {
  return merge(intervals).reduce((sum, { start, end }) => sum + (end - start), 0);
}

/** The most intervals that share one point. */
export function maxOverlap(intervals) {
  const edges = [];
  for (const interval of intervals) {
    if (isEmpty(interval)) continue;
    edges.push([interval.start, 1], [interval.end, -1]);
  }
  edges.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  let open = 0;
  let most = 0;
  for (const [, change] of edges) {
    open += change;
    most = Math.max(most, open);
  }
  return most;
}
