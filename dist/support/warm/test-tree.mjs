/**
 * The tests of one file as node:test would run them (https://nodejs.org/api/test.html): suites, subtests, hooks, skips,
 * time-outs, callbacks. One after the other, in the order of the file.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { createContext } from "./test-context.mjs";

const CAPTURED = new AsyncLocalStorage();
const failure = (type, cause) => ({ type, cause });
const never = new Promise(() => {});
// Tests may put something else in its place.
const { nextTick } = process;
let root = null;

/** Begins a file. `isWanted(path)` chooses tests; `onStep(node, phase)` is called at both ends of each test. */
export function openFile({ file, isWanted, onStep }) {
  root = makeNode({ kind: "root", name: "", parent: null, options: {}, fn: undefined });
  Object.assign(root, { file, isWanted, onStep, running: [], next: 0, draining: null, isOver: false });
  return root;
}

/** Runs `load` as the file's own code. */
export function loadFile(opened, load) {
  return CAPTURED.run(opened, load);
}

/** Runs what is left, and gives all checks, in the order in which node:test reports them. */
export async function closeFile(opened) {
  await drain(opened);
  await runHooks(opened, "after", opened).catch((error) => {
    opened.stray ??= error;
  });
  const checks = [];
  report(opened, checks);
  opened.isOver = true;
  return checks;
}

/** What was thrown where nobody could catch it: it fails the test that it belongs to. False: to none. */
export function blame(error, type) {
  if (root === null || root.isOver) return true;
  const owner = CAPTURED.getStore();
  const test = owner?.kind === "test" && !owner.isDone ? owner : root.running[root.running.length - 1];
  if (test === undefined) {
    root.stray ??= error;
    return false;
  }
  test.abort(failure(type, error));
  return true;
}

/** Nothing is left that could end what is running. node:test waits for ever then, so that its file fails, without the tests from there on. */
export function giveUp() {
  if (root === null || root.isOver) return;
  const error = new Error("a test did not end, and nothing is left that could end it");
  root.isGivenUp = true;
  root.stray ??= error;
  for (const node of [...root.running]) node.abort(failure("cancelledByParent", error));
}

/** The test that is running; null where none is. */
export function findTask() {
  const test = root === null || root.isOver ? undefined : root.running[root.running.length - 1];
  return test === undefined || test.kind === "root" ? null : test;
}

/** `test`, `describe` and their kin. Gives a promise of the test's end, as node:test does. */
export function register(kind, args, extra = {}, within = undefined) {
  const { name, options, fn } = readArguments(args);
  const parent = within ?? findParent();
  const node = makeNode({ kind, name, parent, options: { ...options, ...extra }, fn });
  parent.children.push(node);
  if (kind === "suite" && !isSet(node.options.skip)) build(node);
  if (parent.kind === "test") return runBehind(node);
  if (parent.kind === "suite") return Promise.resolve();
  drain(parent);
  return node.ended.promise;
}

/** `before`, `after`, `beforeEach` and `afterEach`. */
export function addHook(name, fn, options = {}, within = undefined) {
  const owner = within ?? findParent();
  const hook = { fn: fn ?? (() => {}), options, isRun: false };
  owner.hooks[name].push(hook);
  // It has started already.
  if (name === "before" && owner.kind === "test") return callHook(hook, owner);
  return undefined;
}

function findParent() {
  const owner = CAPTURED.getStore();
  return owner === undefined || owner.isDone ? root : owner;
}

function makeNode({ kind, name, parent, options, fn }) {
  const path = parent === null ? [] : [...parent.path, name];
  return {
    ...{ kind, name, parent, path, options, fn: fn ?? (() => {}) },
    hooks: { before: [], after: [], beforeEach: [], afterEach: [] },
    ...{
      children: [],
      status: null,
      error: null,
      isDone: false,
      tail: null,
      building: null,
      abort: () => {},
    },
    skip: isSet(options.skip),
    todo: isSet(options.todo) || parent?.todo === true,
    ended: Promise.withResolvers(),
  };
}

function readArguments(args) {
  const [first, second, third] = args;
  const fn = [first, second, third].find((part) => typeof part === "function");
  const options = [first, second].find((part) => typeof part === "object" && part !== null) ?? {};
  const name = typeof first === "string" ? first : fn?.name || "<anonymous>";
  return { name, options, fn };
}

function isSet(value) {
  return value !== undefined && value !== false && value !== null;
}

function build(suite) {
  try {
    const context = createContext(suite, { register, addHook });
    const made = CAPTURED.run(suite, () => suite.fn(context));
    suite.building = Promise.resolve(made).catch((error) => {
      suite.error = failure("testCodeFailure", error);
    });
  } catch (error) {
    suite.error = failure("testCodeFailure", error);
  }
}

function drain(opened) {
  opened.draining ??= (async () => {
    // The file's own code goes on first, as far as it comes without waiting.
    await new Promise((resolve) => nextTick(resolve));
    while (opened.next < opened.children.length) {
      const node = opened.children[opened.next];
      opened.next += 1;
      await run(node);
    }
    opened.draining = null;
  })();
  return opened.draining;
}

/** A subtest starts at once unless another one is running. */
function runBehind(node) {
  const { parent } = node;
  const start = () => run(node);
  const ended = parent.tail === null ? start() : parent.tail.then(start);
  parent.tail = ended;
  ended.then(() => {
    if (parent.tail === ended) parent.tail = null;
  });
  return ended;
}

async function run(node) {
  const opened = findRoot(node);
  if (opened.isGivenUp) node.status = "left-out";
  else if (!opened.isWanted(node)) node.status = "left-out";
  else if (node.kind === "suite") await runSuite(node);
  else await runTest(node, opened);
  node.isDone = true;
  node.ended.resolve();
}

async function runSuite(suite) {
  try {
    await suite.building;
    if (suite.skip) return;
    if (suite.error !== null) throw suite.error;
    await runHooksAbove(suite.parent, "before");
    await runHooks(suite, "before", suite);
    const children = (async () => {
      for (const child of suite.children) await run(child);
    })();
    await Promise.race([children, expire(suite)]);
    await runHooks(suite, "after", suite);
  } catch (error) {
    suite.error ??= wrap(error);
    await runHooks(suite, "after", suite).catch(() => {});
    for (const child of suite.children) cancel(child, "its suite failed");
  }
  suite.status = findRoot(suite).isGivenUp ? "left-out" : settle(suite);
}

async function runTest(test, opened) {
  if (test.skip) {
    test.status = "skipped";
    return;
  }
  opened.onStep(test, "start");
  const aborted = new Promise((_, reject) => {
    test.abort = reject;
  });
  aborted.catch(() => {});
  opened.running.push(test);
  const context = createContext(test, { register, addHook });
  const bound = (promise) => Promise.race([promise, aborted]);
  try {
    await bound(runHooksAbove(test.parent, "before"));
    await bound(runEach(test, "beforeEach", context));
    await Promise.race([CAPTURED.run(test, () => call(test.fn, context, context)), aborted, expire(test)]);
    // As far as subtests come without waiting for anything but promises.
    if (test.tail !== null) await bound(new Promise((resolve) => nextTick(resolve)));
    context.close();
    await bound(runEach(test, "afterEach", context));
    await bound(runHooks(test, "after", test));
  } catch (error) {
    test.error = wrap(error);
    if (!opened.isGivenUp) {
      await runEach(test, "afterEach", context).catch(() => {});
      await runHooks(test, "after", test).catch(() => {});
    }
  }
  opened.running.splice(opened.running.indexOf(test), 1);
  for (const child of test.children) if (!child.isDone) cancel(child, "its parent ended");
  test.skip ||= context.isSkipped();
  test.todo ||= context.isTodo();
  test.status = opened.isGivenUp ? "left-out" : settle(test);
  context.reset();
  opened.onStep(test, "end");
}

function settle(node) {
  const hasFailed = node.children.some(({ status, todo, skip }) => status === "failed" && !todo && !skip);
  if (node.error === null && hasFailed) node.error = failure("subtestsFailed", null);
  if (node.error === null) return node.skip ? "skipped" : "passed";
  return "failed";
}

function cancel(node, reason) {
  for (const child of node.children) cancel(child, reason);
  if (node.isDone && node.status !== null) return;
  node.error ??= failure("cancelledByParent", new Error(reason));
  node.status = node.skip ? "skipped" : "failed";
  node.isDone = true;
  node.ended.resolve();
}

/** Calls with `(context)`, or with `(context, done)` where the function takes both. */
function call(fn, self, context) {
  if (fn.length < 2) return fn.call(self, context);
  return new Promise((resolve, reject) => {
    let isCalled = false;
    let finish = null;
    const done = (error) => {
      const end = () => (isSet(error) ? reject(error) : resolve());
      if (isCalled) end();
      else finish ??= end;
    };
    const given = fn.call(self, context, done);
    if (typeof given?.then === "function")
      reject(
        failure("callbackAndPromisePresent", new Error("passed a callback but also returned a Promise")),
      );
    isCalled = true;
    finish?.();
  });
}

function expire({ options }) {
  const { timeout } = options;
  if (typeof timeout !== "number" || !Number.isFinite(timeout)) return never;
  return new Promise((_, reject) => {
    const error = new Error(`test timed out after ${timeout}ms`);
    setTimeout(() => reject(failure("testTimeoutFailure", error)), timeout).unref();
  });
}

async function runHooksAbove(node, name) {
  if (node === null) return;
  await runHooksAbove(node.parent, name);
  if (node.kind !== "test") await runHooks(node, name, node);
}

/** Hooks of one owner that run once. */
async function runHooks(owner, name, node) {
  for (const hook of owner.hooks[name]) if (!hook.isRun) await callHook(hook, node);
}

/** Hooks around a test: from the outermost suite inwards ahead of it, and the other way round behind it. */
async function runEach(test, name, context) {
  const owners = [];
  for (let at = test.parent; at !== null; at = at.parent) owners.push(at);
  if (name === "beforeEach") owners.reverse();
  for (const owner of owners) for (const hook of owner.hooks[name]) await callHook(hook, owner, context);
}

async function callHook(hook, node, given = undefined) {
  hook.isRun = true;
  const context = given ?? node.context ?? createContext(node, { register, addHook });
  try {
    await Promise.race([CAPTURED.run(node, () => call(hook.fn, context, context)), expire(hook)]);
  } catch (error) {
    throw failure("hookFailed", error?.cause !== undefined && error.type !== undefined ? error.cause : error);
  }
}

function wrap(error) {
  return typeof error?.type === "string" && "cause" in error ? error : failure("testCodeFailure", error);
}

function findRoot(node) {
  let at = node;
  while (at.parent !== null) at = at.parent;
  return at;
}

/** Children ahead of their parent; a suite is a check only if it failed by itself. */
function report(node, checks) {
  for (const child of node.children) {
    report(child, checks);
    const { kind, path, status, error, todo, skip } = child;
    if (status === null || status === "left-out") continue;
    if (kind === "suite" && (status !== "failed" || error.type === "subtestsFailed")) continue;
    checks.push({
      path,
      status: status === "failed" && (todo || skip) ? "skipped" : status,
      error: error?.cause ?? null,
      test: child,
    });
  }
}
