/** What a gate measures, and so how its result is compared. */
export const gateKinds = [
  "tests",
  "lint",
  "typecheck",
  "validate",
  "golden",
  "command",
  "benchmark",
] as const;
export type GateKind = (typeof gateKinds)[number];

/** The formats that a report parser exists for, one file each in `src/gates/parsers/`. */
export const reportFormats = [
  "junit",
  "tap",
  "jest-json",
  "vitest-json",
  "mocha-json",
  "node-test",
  "pytest",
  "unittest",
  "go-test-json",
  "cargo-test",
  "eslint-json",
  "biome-json",
  "ruff-json",
  "sarif",
  "tsc",
  "mypy",
  "line-column",
] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** The runners that detection knows; it decides how one test file is run and how coverage is taken. */
export const runners = [
  "node-test",
  "vitest",
  "jest",
  "mocha",
  "tape",
  "pytest",
  "unittest",
  "go",
  "cargo",
] as const;
export type Runner = (typeof runners)[number];

/** An argv array, or a string that `sh -c` runs. Placeholders: `{file}`, `{name}`, `{report}`, `{support}`. */
export type Command = string | readonly string[];

/** One golden project: a command and what it must give. Paths are relative to the project's folder. */
export type GoldenExpectation = {
  /** Glob of project folders, relative to the gate's `cwd`. */
  readonly projects: string;
  /** File in each project folder that holds the expected standard output. */
  readonly stdout?: string;
  /** Folder in each project folder whose files must be found, byte for byte, in `actual` after the run. */
  readonly expected?: string;
  readonly actual?: string;
};

/** What a benchmark compares. */
export type BenchmarkRule = {
  /** Regular expression whose first group is the number, searched in the standard output. */
  readonly pattern: string;
  readonly direction: "lower-is-better" | "higher-is-better";
  /** Smallest relative change that counts, as a fraction: 0.05 is 5 %. */
  readonly threshold: number;
  /** Runs of base and of candidate, taken in turns. */
  readonly repeats: number;
};

/** A gate's definition, complete: what config and detection both produce. */
export type GateSpec = {
  readonly name: string;
  readonly kind: GateKind;
  readonly command: Command;
  /** Globs of tracked files: the command runs once for each, with `{file}` filled in. */
  readonly files?: readonly string[];
  /** Runs one test file (`{file}`) and, when `{name}` is used, one test in it. */
  readonly only?: Command;
  /** The linter's own fixer for `{file}`. */
  readonly fix?: Command;
  readonly runner?: Runner;
  readonly format?: ReportFormat;
  /** File that the tool writes its report to, relative to `cwd`, or with `{report}` a fresh one; else stdout. */
  readonly report?: string;
  /** Commands that run in the sandbox ahead of this gate. */
  readonly before: readonly string[];
  /** Relative to the repository's root; "." is the root. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly network: "none" | "host";
  readonly timeoutMs: number;
  readonly isRequired: boolean;
  /** Gates run in ascending order; the cheapest first. */
  readonly order: number;
  readonly golden?: GoldenExpectation;
  readonly benchmark?: BenchmarkRule;
};

export type CheckStatus = "passed" | "failed" | "skipped";

/** One test, golden project, validated file or command: something with an identity that passes or fails. */
export type Check = {
  /** Relative to the repository's root, `/` separators; "" where the report names none. */
  readonly file: string;
  /** Names of the enclosing suites joined by " > "; "" at the top. */
  readonly suite: string;
  readonly name: string;
  readonly status: CheckStatus;
  readonly message?: string;
  readonly stack?: string;
  readonly durationMs?: number;
};

/** One lint or type finding. Its identity is rule + file + line text, never the line number. */
export type Finding = {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based; absent where the tool gives none. */
  readonly column?: number;
  /** "" where the tool names none. */
  readonly rule: string;
  readonly message: string;
  readonly severity: "error" | "warning";
};

/** What a parser made of a tool's output. It never guesses: what it cannot read is `unreadable`. */
export type ParsedReport =
  | { readonly status: "checks"; readonly checks: readonly Check[] }
  | { readonly status: "findings"; readonly findings: readonly Finding[] }
  | { readonly status: "unreadable"; readonly reason: string; readonly excerpt: string };

/** A finding with the text of its line, which makes its identity. */
export type LocatedFinding = Finding & { readonly lineText: string };

/** One run of a gate on one tree. */
export type GateResult = {
  readonly gate: string;
  readonly kind: GateKind;
  /** `error` is never evidence: no report, an unreadable one, a timeout, or one that disagrees with the exit code. */
  readonly status: "passed" | "failed" | "error";
  /** One sentence. */
  readonly reason: string;
  readonly checks: readonly Check[];
  readonly findings: readonly LocatedFinding[];
  /** The benchmark's numbers, one a run, in the benchmark's own unit. */
  readonly measurements: readonly number[];
  readonly exitCode: number | null;
  readonly durationMs: number;
  /** The end of what the tool printed, at most 4 KiB, redacted. */
  readonly outputTail: string;
  /** Where it printed more than that: names of files in the campaign's folder of outputs, each capped. */
  readonly outputFiles?: readonly string[];
  readonly network: "none" | "host";
};

/** The canonical identity of a check: file, suite and name, JSON-encoded so that no separator can collide. */
export function checkId(check: Pick<Check, "file" | "suite" | "name">): string {
  return JSON.stringify([check.file, check.suite, check.name]);
}

/** The identity of a finding: rule, file and the text of its line without surrounding white space. */
export function findingId(finding: LocatedFinding): string {
  return JSON.stringify([finding.rule, finding.file, finding.lineText.trim()]);
}
