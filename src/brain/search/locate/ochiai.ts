import type { Suspicion } from "./suspicion.ts";

/** The lines that one test, or one program run, went through. */
export type CoveredRun = {
  readonly isFailing: boolean;
  /** Path → 1-based lines. */
  readonly lines: ReadonlyMap<string, ReadonlySet<number>>;
};

/**
 * Suspicion of each line that a failing run went through, by Ochiai's coefficient: failing / √(all failing × covering).
 * R. Abreu, P. Zoeteweij, A. van Gemund: On the accuracy of spectrum-based fault localization (TAIC PART 2007).
 */
export function findOchiai(runs: readonly CoveredRun[], paths: ReadonlySet<string>): Suspicion {
  const failing = runs.filter(({ isFailing }) => isFailing);
  const suspicion = new Map<string, { lines: Map<number, number>; rest: number }>();
  for (const path of paths) {
    const lines = new Map<number, number>();
    for (const line of new Set(failing.flatMap((run) => [...(run.lines.get(path) ?? [])]))) {
      const covering = runs.filter((run) => run.lines.get(path)?.has(line));
      const failingCovering = covering.filter(({ isFailing }) => isFailing).length;
      lines.set(line, failingCovering / Math.sqrt(failing.length * covering.length));
    }
    if (lines.size > 0) suspicion.set(path, { lines, rest: 0 });
  }
  return suspicion;
}
