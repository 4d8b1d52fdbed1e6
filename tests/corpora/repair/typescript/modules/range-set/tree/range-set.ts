export type Range = readonly [start: number, end: number];

/** Whole numbers as ranges, both ends included, that neither overlap nor touch. Nothing here is changed in place. */
export class RangeSet {
  readonly ranges: readonly Range[];

  private constructor(ranges: readonly Range[]) {
    this.ranges = ranges;
  }

  static of(...ranges: readonly Range[]): RangeSet {
    const sorted = ranges.filter(([start, end]) => start <= end).toSorted((a, b) => a[0] - b[0]);
    const joined: [number, number][] = [];
    for (const [start, end] of sorted) {
      const last = joined.at(-1);
      if (last !== undefined && start <= last[1] + 1) last[1] = Math.max(last[1], end);
      else joined.push([start, end]);
    }
    return new RangeSet(joined);
  }

  /** Reads "1-5,8,10-12". */
  static parse(text: string): RangeSet {
    if (text.trim() === "") return RangeSet.of();
    return RangeSet.of(
      ...text.split(",").map((part): Range => {
        const match = /^(\d+)(?:-(\d+))?$/.exec(part.trim());
        if (match === null) throw new SyntaxError(`not a range: ${part}`);
        const start = Number(match[1]);
        return [start, match[2] === undefined ? start : Number(match[2])];
      }),
    );
  }

  get size(): number {
    return this.ranges.reduce((sum, [start, end]) => sum + end - start + 1, 0);
  }

  has(value: number): boolean {
    let [low, high] = [0, this.ranges.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const [start, end] = this.ranges[middle] as Range;
      if (value < start) high = middle - 1;
      else if (value > end) low = middle + 1;
      else return true;
    }
    return false;
  }

  union(other: RangeSet): RangeSet {
    return RangeSet.of(...this.ranges, ...other.ranges);
  }

  intersect(other: RangeSet): RangeSet {
    const shared: Range[] = [];
    let [i, j] = [0, 0];
    while (i < this.ranges.length && j < other.ranges.length) {
      const [a, b] = [this.ranges[i] as Range, other.ranges[j] as Range];
      const start = Math.max(a[0], b[0]);
      const end = Math.min(a[1], b[1]);
      if (start <= end) shared.push([start, end]);
      if (a[1] < b[1]) i += 1;
      else j += 1;
    }
    return new RangeSet(shared);
  }

  /** What is between two numbers and not in the set. */
  gaps(from: number, to: number): RangeSet {
    const free: Range[] = [];
    let next = from;
    for (const [start, end] of this.ranges) {
      if (end < from) continue;
      if (start > to) break;
      if (start > next) free.push([next, start - 1]);
      next = end + 1;
    }
    if (next <= to) free.push([next, to]);
    return new RangeSet(free);
  }

  subtract(other: RangeSet): RangeSet {
    return RangeSet.of(...this.ranges.flatMap(([start, end]) => other.gaps(start, end).ranges));
  }

  equals(other: RangeSet): boolean {
    return this.ranges.length === other.ranges.length && this.ranges.every(([start, end], at) => other.ranges[at]?.[0] === start && other.ranges[at]?.[1] === end);
  }

  toString(): string {
    return this.ranges.map(([start, end]) => (start === end ? String(start) : `${start}-${end}`)).join(",");
  }
}
