import { expect, it } from "vitest";
import { globFiles } from "../../src/gates/glob-files.ts";

const paths = ["b.js", "a.js", "lib/c.js", "lib/.d.js", "lib/e (1).js", "pkg/a.js", "pkg/test/x.js"];

it("matches relative to a folder, sorted, dot files too", () => {
  expect(globFiles(["*.js"], ".", paths)).toEqual(["a.js", "b.js"]);
  expect(globFiles(["./**/*.js"], "pkg", paths)).toEqual(["pkg/a.js", "pkg/test/x.js"]);
  expect(globFiles(["*"], "./lib/", paths)).toEqual(["lib/.d.js", "lib/c.js", "lib/e (1).js"]);
});

it("leaves out what a glob with ! matches, and matches nothing by nothing", () => {
  expect(globFiles(["**/*.js", "!lib/**", "!b.js"], ".", paths)).toEqual([
    "a.js",
    "pkg/a.js",
    "pkg/test/x.js",
  ]);
  expect(globFiles([], ".", paths)).toEqual([]);
  expect(globFiles(["*.py"], ".", paths)).toEqual([]);
});
