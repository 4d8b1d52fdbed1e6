import { describe, expect, it } from "vitest";
import { unreadableCode } from "../../../src/policy/smells/unreadable-code.ts";
import { judgeChange } from "./judge-change.ts";

const good = "export const a = 1;\n";
const bad = "export const = 1;\n";
const long = `export const a = "${"x".repeat(3000)}";\n`;

describe("unreadable-code", () => {
  it.each([
    ["a file that parsed and does not any more", "src/a.js", good, bad],
    ["a file that parsed and looks minified now", "src/a.ts", good, long],
    ["a new file that does not parse", "src/a.py", null, "def f(:\n"],
    ["a new file with a line that nobody reads", "src/a.js", null, long],
  ])("denies %s", async (_name, path, before, after) => {
    expect(await judgeChange(unreadableCode, [{ path, before, after }])).toMatchObject([{ file: path }]);
  });

  it.each([
    ["code that parses", "src/a.js", good, "export const a = 2;\n"],
    ["a file that never parsed", "src/a.js", bad, `${bad}${bad}`],
    ["code without a grammar", "src/a.go", "package a\n", "package ((\n"],
    ["pages", "src/a.vue", null, "<template><b></template>\n"],
    ["a deleted file", "src/a.js", good, null],
    ["text", "docs/a.md", null, long],
  ])("allows %s", async (_name, path, before, after) => {
    expect(await judgeChange(unreadableCode, [{ path, before, after }])).toEqual([]);
  });
});
