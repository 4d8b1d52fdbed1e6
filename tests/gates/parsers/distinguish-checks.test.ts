import { expect, it } from "vitest";
import { checkId } from "../../../src/domain/gate.ts";
import { distinguishChecks } from "../../../src/gates/parsers/distinguish-checks.ts";

const check = (name: string, status: "passed" | "failed" = "passed", file = "a.js") => ({
  file,
  suite: "s",
  name,
  status,
});

it("numbers twins in their order, so that a failing one stays visible", () => {
  const checks = distinguishChecks([check("x"), check("y"), check("x", "failed"), check("x")]);
  expect(checks.map(({ name, status }) => `${name} ${status}`)).toEqual([
    "x passed",
    "y passed",
    "x #2 failed",
    "x #3 passed",
  ]);
});

it("passes over a number that another test has in its own name", () => {
  const checks = distinguishChecks([
    check("x"),
    check("x #2"),
    check("x", "failed"),
    check("x"),
    check("x #2"),
  ]);
  expect(new Set(checks.map(checkId)).size).toBe(5);
  expect(checks.map(({ name }) => name)).toEqual(["x", "x #2", "x #3", "x #4", "x #2 #2"]);
});

it("leaves tests of one name in two files alone", () => {
  const checks = [check("x"), check("x", "failed", "b.js")];
  expect(distinguishChecks(checks)).toBe(checks);
});
