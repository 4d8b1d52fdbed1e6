import { expect, it } from "vitest";
import { type MutantEnd, readMutantRun } from "../../../src/campaign/mutants/read-mutant-run.ts";
import { type Check, checkId, type GateResult } from "../../../src/domain/gate.ts";
import { buildChecks, buildResult } from "../../helpers/gate-fixtures.ts";

const file = "a.test.js";
const other = "b.test.js";
const expected = ["one", "two"].map((name) => ({ file, id: checkId({ file, suite: "", name }) }));
const run = (
  statuses: Readonly<Record<string, Check["status"]>>,
  status: GateResult["status"] = "passed",
) => ({
  file,
  result: buildResult({ status, checks: buildChecks(statuses) }),
  timeoutMs: 60_000,
});
const passing = run({ one: "passed", two: "passed", three: "failed" });
const ended = run({ "(file)": "failed" });
const endedRun = { ...ended, result: { ...ended.result, exitCode: -1 } };
const error = { ...run({}, "error"), file: other };

it.each<[string, Parameters<typeof readMutantRun>[0], MutantEnd]>([
  ["every expected test still passes", [passing], "survived"],
  ["an expected test fails", [run({ one: "passed", two: "failed" })], "killed"],
  ["an expected test is there no more", [run({ one: "passed" })], "killed"],
  [
    "the run is an error, whatever failed in it",
    [run({ one: "passed", two: "failed" }, "error")],
    "no-evidence",
  ],
  ["the run was ended, which the gate shows as a failing file", [endedRun], "timed-out"],
  ["nothing was reported", [run({}, "error")], "no-evidence"],
  ["nothing was reported in time", [{ ...run({}, "error"), timeoutMs: 0 }], "timed-out"],
  ["the file fails and its tests are not there", [ended], "unloadable"],
  ["the whole gate shows a failing test", [{ ...run({ one: "failed", two: "passed" }), file: "" }], "killed"],
  ["one file passes and another gives no evidence", [passing, error], "no-evidence"],
  [
    "one file kills it and another gives no evidence",
    [run({ one: "failed", two: "passed" }), error],
    "killed",
  ],
  ["a file that expects nothing fails", [passing, { ...run({ x: "failed" }), file: other }], "survived"],
])("a mutant whose %s", (_, runs, end) => {
  expect(readMutantRun(runs, expected)).toBe(end);
});
