import { performance } from "node:perf_hooks";

/** One thing to time. `run` may return the milliseconds that count, when not all of its time does. */
export type Contender = { readonly name: string; run(round: number): Promise<number | undefined> };

/** Median milliseconds by contender, all of them run in turns so that a noisy machine is noisy for all. */
export async function measureInTurns(
  contenders: readonly Contender[],
  rounds: number,
): Promise<ReadonlyMap<string, number>> {
  const samples = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const contender of contenders) {
      const start = performance.now();
      const counted = await contender.run(round);
      samples.get(contender.name)?.push(counted ?? performance.now() - start);
    }
  }
  return new Map([...samples].map(([name, values]) => [name, median(values)]));
}

/** The middle value; the mean of the two middle ones for an even count; NaN for none. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return Number.NaN;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  const lower = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  return (upper + lower) / 2;
}
