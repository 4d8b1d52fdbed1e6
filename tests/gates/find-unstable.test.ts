import { expect, it } from "vitest";
import { checkId, findingId } from "../../src/domain/gate.ts";
import { findUnstable } from "../../src/gates/find-unstable.ts";
import { buildChecks, buildFinding, buildResult } from "../helpers/gate-fixtures.ts";

const id = (name: string) => checkId({ file: "a.test.js", suite: "", name });
const runOf = (statuses: Parameters<typeof buildChecks>[0]) => buildResult({ checks: buildChecks(statuses) });

it("names what has another status or is there in one run alone", () => {
  const first = runOf({ same: "passed", red: "failed", flaky: "passed", gone: "passed" });
  const second = runOf({ same: "passed", red: "failed", flaky: "failed", come: "skipped" });
  expect(findUnstable(first, second)).toEqual([id("come"), id("flaky"), id("gone")]);
  expect(findUnstable(first, first)).toEqual([]);
});

it("counts findings, and knows them by their line", () => {
  const finding = buildFinding("x");
  const first = buildResult({ findings: [finding, finding] });
  expect(findUnstable(first, buildResult({ findings: [{ ...finding, line: 9 }, finding] }))).toEqual([]);
  expect(findUnstable(first, buildResult({ findings: [finding] }))).toEqual([findingId(finding)]);
});

it("says nothing when a run is an error", () => {
  expect(findUnstable(runOf({ a: "passed" }), buildResult({ status: "error" }))).toEqual([]);
});
