/** What tests, suites and hooks of node:test get: `t` (https://nodejs.org/api/test.html#class-testcontext). */
import assert from "node:assert";
import { mock } from "node:test";

const refused = new Set(["AssertionError", "Assert", "strict", "CallTracker"]);
const checks = Object.keys(assert).filter((name) => typeof assert[name] === "function" && !refused.has(name));

/** The context of a test or a suite. `close` checks its plan; `reset` takes back what it mocked. */
export function createContext(node, { register, addHook }) {
  const state = { isSkipped: false, isTodo: false, planned: null, counted: 0, mock: null, signal: null };
  const add =
    (kind, extra) =>
    (...args) => {
      state.counted += 1;
      return register(kind, args, extra, node);
    };
  const test = Object.assign(add("test"), variants(add, "test"));
  const context = {
    ...{ name: node.name, fullName: node.path.join(" > "), test },
    diagnostic() {},
    runOnly() {},
    skip() {
      state.isSkipped = true;
    },
    todo() {
      state.isTodo = true;
    },
    plan(count) {
      state.planned = count;
    },
    ...Object.fromEntries(
      ["before", "after", "beforeEach", "afterEach"].map((name) => [
        name,
        (fn, options) => addHook(name, fn, options, node),
      ]),
    ),
    get signal() {
      state.signal ??= new AbortController();
      return state.signal.signal;
    },
    get mock() {
      state.mock ??= new mock.constructor();
      return state.mock;
    },
    get assert() {
      return countingAssert(state);
    },
    get filePath() {
      let at = node;
      while (at.parent !== null) at = at.parent;
      return at.file;
    },
    get passed() {
      return node.error === null;
    },
    get error() {
      return node.error?.cause ?? null;
    },
    async waitFor(condition, { interval = 50, timeout = 1000 } = {}) {
      const start = performance.now();
      for (;;) {
        try {
          return await condition();
        } catch (error) {
          if (performance.now() - start >= timeout) throw new Error("waitFor() timed out", { cause: error });
        }
        await new Promise((resolve) => setTimeout(resolve, interval));
      }
    },
  };
  const hidden = {
    close() {
      if (state.planned === null || state.planned === state.counted) return;
      throw new Error(`plan expected ${state.planned} assertions but received ${state.counted}`);
    },
    isSkipped: () => state.isSkipped,
    isTodo: () => state.isTodo,
    reset() {
      state.mock?.reset();
      state.signal?.abort();
    },
  };
  for (const [name, value] of Object.entries(hidden)) Object.defineProperty(context, name, { value });
  return context;
}

/** `test.skip`, `test.todo` and `test.only`; without a flag, `only` changes nothing. */
export function variants(add, kind) {
  return { skip: add(kind, { skip: true }), todo: add(kind, { todo: true }), only: add(kind, {}) };
}

/** Assertions that count towards a plan. */
function countingAssert(state) {
  const counting =
    (fn) =>
    (...args) => {
      state.counted += 1;
      return fn(...args);
    };
  const unsupported = () => {
    throw new Error("snapshots are not supported here");
  };
  return {
    ...Object.fromEntries(checks.map((name) => [name, counting(assert[name])])),
    ...{ snapshot: unsupported, fileSnapshot: unsupported },
  };
}
