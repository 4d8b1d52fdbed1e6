import { describe, expect, it } from "vitest";
import { createGlobMatcher } from "../../../../src/brain/llm/tools/create-glob-matcher.ts";

describe("a glob", () => {
  it.each([
    ["*.js", "a.js", true],
    ["*.js", "src/deep/a.js", true],
    ["*.js", "src/a.jsx", false],
    ["src/*.js", "src/a.js", true],
    ["src/*.js", "src/deep/a.js", false],
    ["src/**/*.js", "src/a.js", true],
    ["src/**/*.js", "src/x/y/a.js", true],
    ["src/**/*.js", "srcs/a.js", false],
    ["**/a.js", "a.js", true],
    ["**/a.js", "xa.js", false],
    ["**/*.test.*", "src/a.test.ts", true],
    ["src", "src/x/a.js", true],
    ["src/", "src/x/a.js", true],
    ["./src/**", "src/x/a.js", true],
    ["/src/**", "src/x/a.js", true],
    ["src/*", "src/x/a.js", false],
    ["*.{ts,tsx}", "a.tsx", true],
    ["{src,lib}/{a,b}.js", "lib/b.js", true],
    ["{src,lib}/{a,b}.js", "lib/c.js", false],
    ["app/[id].tsx", "app/[id].tsx", true],
    ["a?c", "abc", true],
    ["a?c", "a/c", false],
    [".env*", ".env.example", true],
    ["(a+)+", "(a+)+", true],
    [".", "a", true],
    ["日*", "日本", true],
  ])("%j on %j is %j", (glob, path, isMatch) => {
    expect(createGlobMatcher(glob)?.(path)).toBe(isMatch);
  });

  it("takes no time over what would take a regular expression for ever", () => {
    const matches = createGlobMatcher(`${"*a".repeat(100)}b`);
    expect(matches?.("a".repeat(250))).toBe(false);
  });

  it("is refused when it is too long, or stands for too many", () => {
    expect(createGlobMatcher("a".repeat(301))).toBeNull();
    expect(createGlobMatcher("{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}")).toBeNull();
    expect(createGlobMatcher(`${"{".repeat(100)}${"}".repeat(100)}`)).not.toBeNull();
  });
});
