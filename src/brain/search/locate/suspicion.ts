/** How much each place is suspected to hold the bug, from 0 to 1. A file that is absent is not suspected. */
export type Suspicion = ReadonlyMap<string, FileSuspicion>;

/** Where something stands in a file: UTF-16 offsets, and the 1-based line of its start. */
export type Place = { readonly start: number; readonly end: number; readonly line: number };

/** One file's part: its lines (1-based), and what holds for all others. */
export type FileSuspicion = {
  readonly lines: ReadonlyMap<number, number>;
  readonly rest: number;
  /** Of a place that is narrower than its line, where branches were told apart; null: what holds for the line. */
  readonly placeOf?: (place: Place) => number | null;
};

/** The highest suspicion in a file. */
export function findPeak({ lines, rest }: FileSuspicion): number {
  return Math.max(rest, ...lines.values());
}

/** Weighted sum of several kinds of evidence, at most 1 a line. */
export function mergeSuspicion(
  parts: readonly { readonly suspicion: Suspicion; readonly weight: number }[],
): Suspicion {
  const merged = new Map<string, FileSuspicion>();
  const paths = new Set(parts.flatMap(({ suspicion }) => [...suspicion.keys()]));
  for (const path of paths) {
    const lineNumbers = new Set(
      parts.flatMap(({ suspicion }) => [...(suspicion.get(path)?.lines.keys() ?? [])]),
    );
    const sum = (valueIn: (file: FileSuspicion) => number) => {
      const values = parts.map(({ suspicion, weight }) => {
        const file = suspicion.get(path);
        return file === undefined ? 0 : weight * valueIn(file);
      });
      return Math.min(
        1,
        values.reduce((total, value) => total + value, 0),
      );
    };
    const lines = [...lineNumbers].map(
      (line) => [line, sum((file) => file.lines.get(line) ?? file.rest)] as const,
    );
    const isNarrow = parts.some(({ suspicion }) => suspicion.get(path)?.placeOf !== undefined);
    const placeOf = (place: Place) =>
      sum((file) => file.placeOf?.(place) ?? file.lines.get(place.line) ?? file.rest);
    const narrow = isNarrow ? { placeOf } : {};
    merged.set(path, { lines: new Map(lines), rest: sum(({ rest }) => rest), ...narrow });
  }
  return merged;
}
