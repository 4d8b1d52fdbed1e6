import { expect, it } from "vitest";
import { type Check, checkId } from "../../src/domain/gate.ts";
import { findIdentityFaults } from "../../src/gates/find-identity-faults.ts";
import { FILE_CHECK_NAME } from "../../src/gates/parsers/file-check.ts";
import { buildChecks, buildResult } from "../helpers/gate-fixtures.ts";

type Statuses = Readonly<Record<string, Check["status"]>>;
const id = (name: string) => checkId({ file: "a.test.js", suite: "", name });
function find(base: Statuses, candidate: Statuses, rest: { fleeting?: string[]; setAside?: string[] } = {}) {
  return findIdentityFaults({
    base: buildResult({ checks: buildChecks(base) }),
    candidate: buildResult({ checks: buildChecks(candidate) }),
    fleeting: new Set(rest.fleeting),
    setAside: new Set(rest.setAside),
  }).map((fault) => [fault.kind, fault.check.name]);
}

it.each([
  ["a passing test", { a: "passed", b: "passed" }],
  ["a failing test", { a: "failed", b: "passed" }],
  ["a skipped test", { a: "skipped", b: "passed" }],
] as const)("sees that %s is gone", (_, base) => {
  expect(find(base, { b: "passed" })).toEqual([["gone", "a"]]);
});

it("sees one test less of two that have the same name, and a parameter less", () => {
  expect(find({ "adds [1]": "passed", "adds [2]": "passed" }, { "adds [1]": "passed" })).toEqual([
    ["gone", "adds [2]"],
  ]);
  expect(find({ a: "passed", "a #2": "passed" }, { a: "passed" })).toEqual([["gone", "a #2"]]);
});

it("sees tests that are skipped and were not, new ones too", () => {
  expect(find({ a: "passed", b: "failed" }, { a: "skipped", b: "skipped", c: "skipped" })).toEqual([
    ["skipped", "a"],
    ["skipped", "b"],
    ["skipped", "c"],
  ]);
});

it("finds nothing where tests are added, mended, broken or run again", () => {
  expect(
    find(
      { a: "failed", b: "passed", c: "skipped" },
      { a: "passed", b: "failed", c: "passed", d: "passed", e: "failed" },
    ),
  ).toEqual([]);
});

it("asks for a flaky test, but not for one that the base itself did not always have", () => {
  expect(find({ a: "passed" }, {}, { setAside: [id("a")] })).toEqual([["gone", "a"]]);
  expect(find({ a: "passed" }, {}, { fleeting: [id("a")] })).toEqual([]);
  expect(find({ a: "passed" }, { a: "passed", b: "skipped" }, { fleeting: [id("b")] })).toEqual([]);
});

it("lets what stands for a file or a hook go, and the file that never ran skip", () => {
  expect(find({ [FILE_CHECK_NAME]: "failed" }, { a: "passed", b: "skipped" })).toEqual([]);
  expect(find({ '"before all" hook for "a"': "failed" }, { a: "passed" })).toEqual([]);
  expect(find({ a: "passed" }, { a: "passed", b: "skipped" })).toEqual([["skipped", "b"]]);
});

it("calls tests of a file broken, not gone, that crashes now and did not", () => {
  expect(find({ a: "passed", b: "failed" }, { [FILE_CHECK_NAME]: "failed" })).toEqual([]);
  expect(find({ a: "passed" }, { [FILE_CHECK_NAME]: "failed" }, { setAside: [id(FILE_CHECK_NAME)] })).toEqual(
    [["gone", "a"]],
  );
});

it("is not led astray by a new test that fails where another was taken out", () => {
  expect(find({ a: "failed" }, { b: "failed" })).toEqual([["gone", "a"]]);
});

it("knows nothing of runs that are errors", () => {
  const base = buildResult({ checks: buildChecks({ a: "passed" }) });
  const error = buildResult({ status: "error" });
  const sets = { fleeting: new Set<string>(), setAside: new Set<string>() };
  expect(findIdentityFaults({ base, candidate: error, ...sets })).toEqual([]);
  expect(findIdentityFaults({ base: error, candidate: base, ...sets })).toEqual([]);
});
