import type { Runner } from "../../domain/gate.ts";

/** How a runner's tests are made, as JavaScript: `name` is an expression, `body` statements. */
export type JavascriptDialect = {
  /** Module that gives the functions which make tests; null where the runner makes them global. */
  readonly from: string | null;
  /** Statements that give `add`, `group` and, where the runner has it, `expect`. */
  readonly open: string;
  /** Whether the body waits for something decides what the runner does with what it throws. */
  addTest(name: string, body: string, isAsync: boolean): string;
  /** Puts the tests, which are given as statements, where they stand best in the run. */
  readonly place?: (tests: string, groupName: string) => string;
};

const LIMIT_MS = 120_000;
const start = (isAsync: boolean) => (isAsync ? "async " : "");

/** The runners whose tests are functions with a name. */
export const javascriptDialects = {
  "node-test": {
    from: "node:test",
    open: "const { test: add, describe: group } = runner;",
    addTest: (name, body, isAsync) =>
      `add(${name}, { timeout: ${LIMIT_MS} }, ${start(isAsync)}(context) => { ${body} });`,
  },
  vitest: {
    from: "vitest",
    open: `const { it: add, describe: group, expect } = runner;
const own = [["expect", Object.getPrototypeOf(expect(0))], ["expect", runner.chai?.Assertion?.prototype]];`,
    addTest: (name, body, isAsync) => `add(${name}, ${start(isAsync)}() => { ${body} }, ${LIMIT_MS});`,
  },
  jest: {
    from: null,
    open: `const globals = typeof it === "function" ? { it, describe, expect } : require("@jest/globals");
const { it: add, describe: group } = globals;`,
    addTest: (name, body, isAsync) =>
      `add(${name}, ${start(isAsync)}() => { const { expect } = globals; ${body} }, ${LIMIT_MS});`,
  },
  mocha: {
    from: null,
    // Mocha's own classes, from where its program is: a test file need not import them.
    open: `const add = typeof it === "function" ? it : test;
const group = typeof describe === "function" ? describe : suite;
const findOwn = () => {
  try { return take("node:module").createRequire(process.argv[1])("mocha"); } catch { return {}; }
};
const own = Object.entries(findOwn()).filter(([, kind]) => typeof kind === "function")
  .map(([name, kind]) => ["mocha." + name, kind.prototype]);`,
    addTest: (name, body, isAsync) =>
      `add(${name}, ${start(isAsync)}function () { this.timeout(${LIMIT_MS}); this.retries(0); ${body} });`,
    // All files share one process: the tests of others must find modules as they would without these, so these run last.
    place: (tests, groupName) => `const mine = group(${groupName}, () => {
${tests}
});
(typeof before === "function" ? before : suiteSetup)(function () {
  const { suites } = this.test.parent;
  if (suites.includes(mine)) suites.push(...suites.splice(suites.indexOf(mine), 1));
});`,
  },
} as const satisfies Partial<Record<Runner, JavascriptDialect>>;
