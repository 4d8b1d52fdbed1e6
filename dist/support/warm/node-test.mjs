/** Stands in for `node:test` while candidates run: the same names, run here and now in place of a process for each file. */
import { assert, mock } from "node:test";
import { variants } from "./test-context.mjs";
import { addHook, register } from "./test-tree.mjs";

const adder =
  (kind, extra) =>
  (...args) =>
    register(kind, args, extra);

export const test = Object.assign(adder("test"), variants(adder, "test"));
/** @alias */
export const it = test;
export const describe = Object.assign(adder("suite"), variants(adder, "suite"));
/** @alias */
export const suite = describe;
export const skip = test.skip;
export const todo = test.todo;
export const only = test.only;
export const before = (fn, options) => addHook("before", fn, options);
export const after = (fn, options) => addHook("after", fn, options);
export const beforeEach = (fn, options) => addHook("beforeEach", fn, options);
export const afterEach = (fn, options) => addHook("afterEach", fn, options);

export function run() {
  throw new Error("run() of node:test is not supported here");
}

export const snapshot = { setDefaultSnapshotSerializers() {}, setResolveSnapshotPath() {} };

Object.assign(test, {
  test,
  it,
  describe,
  suite,
  before,
  after,
  beforeEach,
  afterEach,
  run,
  mock,
  assert,
  snapshot,
});

export { assert, mock };
/** @alias */
export default test;
export { test as "module.exports" };
