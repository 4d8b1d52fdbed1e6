import { expect, it } from "vitest";
import { findLoads } from "../../../src/gates/canary/find-loads.ts";

async function load(host: string, changed: readonly string[], files: Readonly<Record<string, string>>) {
  return findLoads({
    host,
    changedPaths: changed,
    trackedFiles: Object.keys(files),
    read: async (path) => files[path] ?? null,
  });
}

it.each([
  ["a relative import", 'import { a } from "../src/a.js";'],
  ["an import without its ending", 'import a from "../src/a";'],
  ["require", 'const a = require("../src/a.js");'],
  ["an import that is asked for later", 'const a = await import("../src/a.js");'],
  ["an alias of the folder", 'import a from "@/a";'],
  ["a folder whose main file it may be", 'import a from "..";'],
])("loads a file that a test has by %s", async (_, text) => {
  expect(await load("test/a.test.js", ["src/a.js"], { "test/a.test.js": text, "src/a.js": "" })).toEqual([
    "src/a.js",
  ]);
});

it("loads what sources import, and the index of a folder", async () => {
  const files = { "test/a.test.ts": 'import "../src/index";', "src/index.ts": 'export * from "./deep";' };
  const sources = { "src/deep/index.ts": "", "src/never.ts": "" };
  const changed = ["src/index.ts", "src/deep/index.ts", "src/never.ts"];
  expect(await load("test/a.test.ts", changed, { ...files, ...sources })).toEqual([
    "src/deep/index.ts",
    "src/index.ts",
  ]);
});

it("leaves alone programs, tests, types and other languages", async () => {
  const files = {
    "test/a.test.js": 'spawn("node", ["bin/cli.js"]);\nimport "./helper.js";\nimport "../a.py";',
    "test/helper.js": "",
    "bin/cli.js": "",
    "a.py": "",
    "types.d.ts": "",
  };
  expect(await load("test/a.test.js", Object.keys(files), files)).toEqual([]);
});

it("loads Python files that another file speaks of", async () => {
  const files = {
    "tests/test_a.py": "from pkg import (\n    sums,\n)\n",
    "pkg/__init__.py": "",
    "pkg/sums.py": "",
    "setup_all.py": "",
  };
  expect(await load("tests/test_a.py", ["pkg/sums.py", "pkg/__init__.py", "setup_all.py"], files)).toEqual([
    "pkg/__init__.py",
    "pkg/sums.py",
  ]);
});
