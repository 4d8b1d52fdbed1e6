import { describe, expect, it } from "vitest";
import type { PolicyRule } from "../../../src/policy/policy-rule.ts";
import { gitFolder } from "../../../src/policy/shape/git-folder.ts";
import { pathCharacters } from "../../../src/policy/shape/path-characters.ts";
import { pathLength } from "../../../src/policy/shape/path-length.ts";
import { relativePath } from "../../../src/policy/shape/relative-path.ts";
import { windowsName } from "../../../src/policy/shape/windows-name.ts";
import { judgeShape } from "./judge-shape.ts";

const rules: readonly PolicyRule[] = [relativePath, pathCharacters, pathLength, gitFolder, windowsName];

/** Ids of the rules that deny a path, new or not. */
async function deniedBy(path: string): Promise<readonly string[]> {
  const found = await Promise.all(rules.map((rule) => judgeShape(rule, path, null, "a\n")));
  return rules.filter((_, at) => (found[at] ?? []).length > 0).map(({ id }) => id);
}

describe("the rules on paths", () => {
  it.each([
    ["", ["relative-path"]],
    ["/etc/passwd", ["relative-path"]],
    ["../up.js", ["relative-path"]],
    ["src/./a.js", ["relative-path"]],
    ["src//a.js", ["relative-path"]],
    ["src\\a.js", ["relative-path"]],
    ["C:/a.js", ["relative-path", "windows-name"]],
    ["src/a\u0007.js", ["path-characters"]],
    ["src/a\u202ejs.exe", ["path-characters"]],
    ["src/a\u200b.js", ["path-characters"]],
    ["src/cafe\u0301.js", ["path-characters"]],
    ["src/\ufffd.js", ["path-characters"]],
    [`src/${"a".repeat(256)}`, ["path-length"]],
    [`${"abcdefghi/".repeat(80)}a`, ["path-length"]],
    [`${"a/".repeat(64)}a`, ["path-length"]],
    [".git/config", ["git-folder"]],
    ["a/.GIT/hooks/post-checkout", ["git-folder"]],
    [".git", ["git-folder"]],
    [".git./config", ["git-folder", "windows-name"]],
    ["GIT~1/config", ["git-folder", "windows-name"]],
    [".git::$INDEX_ALLOCATION/config", ["git-folder", "windows-name"]],
    [".g\u200cit/config", ["path-characters", "git-folder"]],
    ["src/con", ["windows-name"]],
    ["src/LPT1.tar.gz", ["windows-name"]],
    ["aux/a.js", ["windows-name"]],
    ["src/a.js:b", ["windows-name"]],
    ["src/a.", ["windows-name"]],
    ["src/a ", ["windows-name"]],
    ["GITHUB~1/x.yml", ["windows-name"]],
  ])("deny %j", async (path, ids) => {
    expect(await deniedBy(path)).toEqual(ids);
  });

  it.each([
    "a.js",
    "src/[id]/page.tsx",
    "src/a b (1).js",
    "src/caf\u00e9/\u4ef7\u683c.ts",
    "src/console.js",
    "src/com10.js",
    "src/auxiliary/null.ts",
    "src/.gitkeep",
    ".gitattributes",
    "src/gitignore.ts",
    "docs/HEAD",
    "src/a~b.js",
    "src/..hidden",
    `src/${"a".repeat(255)}`,
  ])("allow %j", async (path) => {
    expect(await deniedBy(path)).toEqual([]);
  });
});
