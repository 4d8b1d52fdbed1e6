import type { Runner } from "../domain/gate.ts";

/** What Nightshift knows of a test runner beyond its report. */
export type RunnerTraits = {
  /** The word in a command that starts the runner, without its folder. */
  readonly program: RegExp;
  /** Flags that stop at the first failure, or that run a failing test again; a number behind one belongs to it. */
  readonly bail: RegExp | null;
  /** Flags that let the runner go on after a failure, so that every check has a result, and its first one. */
  readonly keepGoing: readonly string[];
  /**
   * Variables to the same end, for commands that start the runner through something else, and for what Nightshift's
   * own reporters have to know. `{fileLimitMs}` is how long one test file may take.
   */
  readonly environment: Readonly<Record<string, string>>;
  /** How `{name}` joins the suites and the test's name; null: the runner matches the test's own name alone. */
  readonly separator: string | null;
  /** The separator as a regular expression, where versions of the runner differ. */
  readonly separatorPattern?: string;
};

const none = { bail: null, keepGoing: [], environment: {} } as const;
const bail = /^(?:-b|--bail|--retry|--retries)(?:=.*)?$/;

/** Per-runner knowledge, all of it in one table. */
export const runnerTraits = {
  "node-test": {
    ...none,
    program: /^node$/,
    environment: { NIGHTSHIFT_TEST_FILE_LIMIT_MS: "{fileLimitMs}" },
    separator: null,
  },
  vitest: {
    ...none,
    program: /^vitest(?:\.mjs)?$/,
    bail,
    keepGoing: ["--bail=0", "--retry=0"],
    separator: " > ",
    // Up to version 4 it joined suites with a space alone.
    separatorPattern: " (?:> )?",
  },
  jest: { ...none, program: /^jest(?:\.js)?$/, bail, keepGoing: ["--bail=0"], separator: " " },
  mocha: {
    ...none,
    program: /^_?mocha(?:\.js)?$/,
    bail,
    keepGoing: ["--no-bail", "--retries=0"],
    separator: " ",
  },
  tape: { ...none, program: /^tape$/, separator: null },
  pytest: {
    program: /^(?:pytest|py\.test)$/,
    bail: /^(?:-x|--exitfirst|--(?:maxfail|reruns)(?:=.*)?)$/,
    keepGoing: ["--maxfail=0"],
    environment: { PYTEST_ADDOPTS: "--maxfail=0" },
    separator: "::",
  },
  unittest: {
    ...none,
    program: /^unittest$/,
    bail: /^(?:-f|--failfast)$/,
    environment: { NIGHTSHIFT_TEST_FILE_LIMIT_MS: "{fileLimitMs}" },
    separator: ".",
  },
  go: {
    ...none,
    program: /^go$/,
    bail: /^--?failfast(?:=.*)?$/,
    keepGoing: ["-failfast=false"],
    separator: "/",
  },
  cargo: { ...none, program: /^cargo$/, keepGoing: ["--no-fail-fast"], separator: "::" },
} satisfies Record<Runner, RunnerTraits>;
