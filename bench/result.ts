/** One row of the table in docs/benchmarks.md: a ratio within one run, and the bound that it is held to. */
export type BenchResult = {
  readonly name: string;
  readonly measured: string;
  readonly against: string;
  readonly ratio: number;
  readonly bound: number;
};

/** A benchmark: builds what it needs, measures, cleans up. */
export type Bench = () => Promise<readonly BenchResult[]>;
