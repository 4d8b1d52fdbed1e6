import { expect, it } from "vitest";
import { nameCheck } from "../../src/gates/name-check.ts";

const check = { suite: "outer > in (x)", name: "adds [1]" };

it.each([
  ["vitest", "outer > in (x) > adds [1]"],
  ["jest", "outer in (x) adds [1]"],
  ["mocha", "outer in (x) adds [1]"],
  ["pytest", "outer::in (x)::adds [1]"],
  ["unittest", "outer.in (x).adds [1]"],
  ["node-test", "adds [1]"],
] as const)("joins suites as %s does", (runner, name) => {
  const named = nameCheck(check, { runner });
  expect(named.name).toBe(name);
  expect(named.name).toMatch(new RegExp(`^${named.namePattern}$`));
  expect(nameCheck({ suite: "", name: "a" }, { runner }).name).toBe("a");
});

it("matches names of older and newer versions of vitest", () => {
  const pattern = new RegExp(`^${nameCheck(check, { runner: "vitest" }).namePattern}$`);
  expect("outer > in (x) > adds [1]").toMatch(pattern);
  expect("outer in (x) adds [1]").toMatch(pattern);
  expect("outer in x adds 1").not.toMatch(pattern);
});

it("names a test of an unknown runner by its own name", () => {
  expect(nameCheck(check, {})).toEqual({ name: "adds [1]", namePattern: "adds \\[1\\]" });
});
