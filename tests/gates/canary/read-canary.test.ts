import { expect, it } from "vitest";
import type { Check } from "../../../src/domain/gate.ts";
import type { Canary } from "../../../src/gates/canary/canary.ts";
import { readCanary } from "../../../src/gates/canary/read-canary.ts";
import { buildResult } from "../../helpers/gate-fixtures.ts";

const canary: Canary = {
  edits: [],
  undo: [],
  nonce: "00",
  file: "test/x.js",
  placement: "beside",
  checks: [
    { token: "aaaa", must: "fail", what: "throw" },
    { token: "bbbb", must: "fail", what: "assert.ok" },
    { token: "cccc", must: "pass", what: "replaces what tests rest on" },
  ],
};
const check = (name: string, status: Check["status"], file = "test/a.js"): Check => ({
  file,
  suite: "",
  name,
  status,
});
const planted = (...statuses: readonly Check["status"][]) =>
  ["aaaa", "test_bbbb", "cccc"].map((name, index) => check(name, statuses[index] ?? "failed", canary.file));
const own = [check("one", "passed"), check("two", "skipped")];

it("gives the result of the tree without the canary", () => {
  const result = buildResult({ checks: [...own, ...planted("failed", "failed", "passed")] });
  expect(readCanary(result, canary)).toEqual({
    result: { ...result, status: "passed", reason: "1 passed, 0 failed, 1 skipped", checks: own },
    verdict: { status: "seen" },
  });
  const red = [...own, check("three", "failed")];
  const failing = buildResult({ checks: [...red, ...planted("failed", "failed", "passed")] });
  expect(readCanary(failing, canary).result).toMatchObject({ status: "failed", checks: red });
});

it("takes nothing but its own out of a file that it shares with other tests", () => {
  const inside = { ...canary, placement: "inside", file: "test/a.js" } as const;
  const checks = [...own, ...planted("failed", "failed", "passed")];
  expect(readCanary(buildResult({ checks }), inside).result.checks).toEqual(own);
});

it("is no evidence when nothing but the canary ran", () => {
  const result = buildResult({ checks: planted("failed", "failed", "passed") });
  expect(readCanary(result, canary).result).toMatchObject({
    status: "error",
    reason: "no test was executed (0 skipped); an empty run is no evidence",
  });
});

it.each([
  ["passed", planted("failed", "passed", "passed"), "has to fail (assert.ok), and it passed"],
  ["skipped", planted("skipped", "failed", "passed"), "has to fail (throw), and it was skipped"],
  ["missing", planted("failed", "failed", "passed").slice(1), "(throw) is not in the report"],
  ["failed where it has to pass", planted("failed", "failed", "failed"), "replaces what tests rest on"],
  [
    "reported twice, and passed once",
    [...planted("failed", "failed", "passed"), check("aaaa #2", "passed")],
    "it passed",
  ],
])("calls a tree tampered with whose canary is %s", (_, checks, reason) => {
  const { verdict } = readCanary(buildResult({ checks: [...own, ...checks] }), canary);
  expect(verdict).toEqual({ status: "tampered", reason: expect.stringContaining(reason) });
});

it("tells a run that broke from one that was made to look well", () => {
  const error = (exitCode: number | null, checks: readonly Check[] = []) =>
    readCanary(buildResult({ status: "error", reason: "no report", exitCode, checks }), canary).verdict;
  expect(error(1)).toEqual({ status: "unread", reason: "no report" });
  expect(error(null)).toMatchObject({ status: "unread" });
  expect(error(0)).toMatchObject({ status: "tampered", reason: expect.stringContaining("exit code 0") });
  expect(error(1, own)).toMatchObject({ status: "tampered", reason: expect.stringContaining("no report") });
});
