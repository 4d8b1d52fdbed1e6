import { expect, it } from "vitest";
import { findReaching } from "../../../src/campaign/mutants/find-reaching.ts";
import type { TestFile } from "../../../src/campaign/mutants/measure-reach.ts";
import { buildResult } from "../../helpers/gate-fixtures.ts";
import { buildTried } from "./build-tried.ts";

const result = buildResult({ status: "passed", checks: [] });
const trace = (lines: readonly number[] | null, functions: readonly string[] | null = null) => ({
  lines: new Map(lines === null ? [] : [["a.js", new Set(lines)]]),
  functions: new Map(functions === null ? [] : [["a.js", new Set(functions)]]),
  ...{ isCutShort: false, result },
});
const file = (path: string, traced: TestFile["trace"], baseMs = 10): TestFile => ({
  ...{ path, trace: traced, baseMs, expected: [] },
});
const reachOf = (testFiles: readonly TestFile[], blindness: string | null = null) => ({
  testFiles,
  blindness,
});
const names = (files: readonly TestFile[]) => files.map(({ path }) => path);
const { mutant } = buildTried("killed");
const outside = {
  ...mutant,
  line: 1,
  statement: { ...mutant.statement, from: 1, to: 1, owner: "", name: "" },
};
const long = { ...mutant, line: 3, statement: { ...mutant.statement, from: 2, to: 4 } };

it("gives the test files that go through the line, the quickest first", () => {
  const reach = reachOf([
    file("slow", trace([2]), 90),
    file("other", trace([7])),
    file("quick", trace([1, 2]), 5),
  ]);
  expect(names(findReaching(mutant, reach))).toEqual(["quick", "slow"]);
});

it("takes a statement of several lines as one", () => {
  expect(names(findReaching(long, reachOf([file("a", trace([2])), file("b", trace([5]))])))).toEqual(["a"]);
});

it("runs what is outside of functions wherever its file is loaded", () => {
  const reach = reachOf([file("a", trace([9])), file("b", trace(null)), file("c", trace(null, []))]);
  expect(names(findReaching(outside, reach))).toEqual(["a", "c"]);
});

it("goes by functions where code runs translated, and has no name for some", () => {
  const reach = reachOf([file("a", trace(null, ["clamp"])), file("b", trace(null, ["lerp"]))]);
  expect(names(findReaching(mutant, reach))).toEqual(["a"]);
  const nameless = { ...mutant, statement: { ...mutant.statement, name: "" } };
  expect(names(findReaching(nameless, reach))).toEqual(["a", "b"]);
});

it("runs everything where nothing is known", () => {
  const files = [file("a", trace([7])), file("b", null)];
  expect(names(findReaching(mutant, reachOf(files)))).toEqual(["b"]);
  expect(names(findReaching(mutant, reachOf(files, "built first")))).toEqual(["a", "b"]);
});
