import type { Trace } from "../tracer.ts";
import type { FileSuspicion, Place, Suspicion } from "./suspicion.ts";

/** What one test, or one program run, went through. */
export type CoveredRun = Pick<Trace, "lines" | "missed"> & { readonly isFailing: boolean };

/**
 * Suspicion of each line, and of each place within it where branches are told apart, that a failing run went through, by
 * Ochiai's coefficient: failing / √(all failing × covering). A place is covered by a run if its line is, and no part that the
 * run missed holds it. R. Abreu, P. Zoeteweij, A. van Gemund: On the accuracy of spectrum-based fault localization (TAIC PART 2007).
 */
export function findOchiai(runs: readonly CoveredRun[], paths: ReadonlySet<string>): Suspicion {
  const suspicion = new Map<string, FileSuspicion>();
  for (const path of paths) {
    const found = rateFile(runs, path);
    if (found.lines.size > 0) suspicion.set(path, found);
  }
  return suspicion;
}

function rateFile(runs: readonly CoveredRun[], path: string): FileSuspicion {
  const failing = runs.filter(({ isFailing }) => isFailing).length;
  const covering = new Map<number, number[]>();
  for (const [at, run] of runs.entries()) {
    for (const line of run.lines.get(path) ?? []) {
      const known = covering.get(line);
      if (known === undefined) covering.set(line, [at]);
      else known.push(at);
    }
  }
  const rate = (line: number, missing: ReadonlySet<number>) => {
    const left = (covering.get(line) ?? []).filter((at) => !missing.has(at));
    const bad = left.filter((at) => runs[at]?.isFailing).length;
    return bad === 0 ? 0 : bad / Math.sqrt(failing * left.length);
  };
  const lines = new Map<number, number>();
  const none = new Set<number>();
  for (const line of covering.keys()) {
    const value = rate(line, none);
    if (value > 0) lines.set(line, value);
  }
  const parts = listMissedParts(runs, path);
  if (parts.length === 0) return { lines, rest: 0 };
  const placeOf = ({ start, end, line }: Place) => {
    if (!lines.has(line)) return null;
    const holding = parts.filter((part) => part.start <= start && end <= part.end);
    return rate(line, new Set(holding.flatMap(({ missing }) => missing)));
  };
  return { lines, rest: 0, placeOf };
}

/** Each part that some run missed once, with the positions of those that did. */
function listMissedParts(runs: readonly CoveredRun[], path: string) {
  const parts = new Map<
    string,
    { readonly start: number; readonly end: number; readonly missing: number[] }
  >();
  for (const [at, run] of runs.entries()) {
    for (const { start, end } of run.missed?.get(path) ?? []) {
      const key = `${start}:${end}`;
      const known = parts.get(key);
      if (known === undefined) parts.set(key, { start, end, missing: [at] });
      else known.missing.push(at);
    }
  }
  return [...parts.values()];
}
