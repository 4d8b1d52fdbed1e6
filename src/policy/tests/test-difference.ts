/** The rules on tests; each difference belongs to one. */
export const testRules = [
  "test-deleted",
  "test-weakened",
  "test-skipped",
  "test-tolerance",
  "test-data",
  "test-setup",
  "test-unreadable",
  "in-source-tests",
] as const;
export type TestRule = (typeof testRules)[number];

/** One way in which tests lost something. */
export type TestDifference = {
  readonly rule: TestRule;
  /** 1-based line of the file as the change leaves it; null where the whole file is meant. */
  readonly line: number | null;
  /** One sentence. */
  readonly reason: string;
  /** Default "denial". */
  readonly severity?: "note";
};
