/** Languages of the corpus, as its folders are named. */
export const repairLanguages = ["javascript", "typescript", "python"] as const;
export type RepairLanguage = (typeof repairLanguages)[number];

/** The half that operators and search were built against, and the half that they are only measured on. */
export type Half = "dev" | "held-back";

/** One place where a bug differs from the good code. */
export type BugPart = {
  /** Relative to the module's tree. */
  readonly path: string;
  /** Whole lines that occur once in the good file. */
  readonly good: string;
  /** What stands there instead; "" where the lines are missing. */
  readonly bad: string;
};

/** A bug of the corpus, as it is written down. */
export type RepairBug = {
  /** `python/intervals/merge-drops-last` */
  readonly id: string;
  /** The first names the class that it is counted under. */
  readonly classes: readonly string[];
  /** One line that says what is wrong. */
  readonly title: string;
  /** Whether a person wrote it or the planter made it. */
  readonly origin: "hand" | "planted";
  readonly parts: readonly BugPart[];
};

/** Good code with tests, an oracle, and bugs. */
export type RepairModule = {
  /** `javascript/roman` */
  readonly id: string;
  readonly language: RepairLanguage;
  readonly half: Half;
  readonly runner: "node-test" | "vitest" | "pytest" | "unittest";
  /** Absolute. */
  readonly folder: string;
  /** The good tree: path → content. */
  readonly files: Readonly<Record<string, string>>;
  readonly bugs: readonly RepairBug[];
};

/** A path that holds tests, and so is never edited. */
export function isTestPath(path: string): boolean {
  return /(?:^|\/)test_|\.test\.|(?:^|\/)conftest/.test(path);
}
