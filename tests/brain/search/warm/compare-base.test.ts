import { describe, expect, it } from "vitest";
import { compareBase } from "../../../../src/brain/search/warm/compare-base.ts";
import { distinguishNames } from "../../../../src/brain/search/warm/distinguish-names.ts";
import { listTestFiles } from "../../../../src/brain/search/warm/list-test-files.ts";
import type { WarmCheck } from "../../../../src/brain/search/warm/warm-session.ts";
import { checkId } from "../../../../src/domain/gate.ts";
import { distinguishChecks } from "../../../../src/gates/parsers/distinguish-checks.ts";

const check = (name: string, status: WarmCheck["status"], file = "t.js"): WarmCheck => ({
  ...{ file, suite: "", name, status, message: "" },
});
const id = (name: string, file = "t.js") => checkId({ file, suite: "", name });
const task = {
  item: { targets: [id("target")] } as never,
  passingChecks: [check("good", "passed")],
  knownFailures: new Set([id("target"), id("other"), id("(file)", "broken.js")]),
};
const base = [check("target", "failed"), check("good", "passed"), check("other", "failed")];

describe("a warm base", () => {
  it.each([
    ["the same", base, null],
    [
      "a known failure that passes",
      [check("target", "failed"), check("good", "passed"), check("other", "passed")],
      null,
    ],
    ["more that is skipped", [...base, check("more", "skipped")], null],
    ["a part of a file that is broken", [...base, check("more", "passed", "broken.js")], null],
    [
      "a target that passes",
      [check("target", "passed"), check("good", "passed")],
      /"target".* passes in it, and fails/,
    ],
    ["a target that is missing", [check("good", "passed")], /"target".* is missing/],
    [
      "a passing test that fails",
      [check("target", "failed"), check("good", "failed")],
      /"good".* fails in it, and passes/,
    ],
    [
      "a passing test that is skipped",
      [check("target", "failed"), check("good", "skipped")],
      /"good".* is skipped/,
    ],
    ["a test that nobody knows", [...base, check("new", "passed")], /knows no .*"new"/],
  ])("with %s is told", (_title, checks, reason) => {
    const difference = compareBase(checks, task);
    if (reason === null) expect(difference).toBeNull();
    else expect(difference).toMatch(reason);
  });

  it("names tests of one name as reports do", () => {
    const names = ["a", "a", "b", "a", "a #2", "b"];
    const checks = names.map((name) => check(name, "passed"));
    expect(distinguishNames(checks).map(({ name }) => name)).toEqual(
      distinguishChecks(checks).map(({ name }) => name),
    );
  });

  it("runs the item's files first, each once", () => {
    const passingChecks = [check("x", "passed", "a.js"), check("y", "passed"), check("z", "passed", "")];
    expect(listTestFiles({ ...task, passingChecks })).toEqual(["t.js", "a.js", "broken.js"]);
  });
});
