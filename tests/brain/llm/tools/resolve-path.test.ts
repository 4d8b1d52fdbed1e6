import { describe, expect, it } from "vitest";
import { resolvePath } from "../../../../src/brain/llm/tools/resolve-path.ts";

const mount = "/home/ana/market";

describe("a path as a model writes it", () => {
  it.each([
    ["src/a.js", "src/a.js"],
    ["./src//a.js", "src/a.js"],
    ["src/../src/a.js", "src/a.js"],
    ["src/", "src"],
    [".", "."],
    ["./", "."],
    [mount, "."],
    [`${mount}/`, "."],
    [`${mount}/src/a.js`, "src/a.js"],
    [`file://${mount}/src/a.js`, "src/a.js"],
    ["-rf", "-rf"],
    ["sp ace/日本 語.txt", "sp ace/日本 語.txt"],
    [".github/x.yml", ".github/x.yml"],
    [".gitignore", ".gitignore"],
    ["..data/x", "..data/x"],
  ])("%j is %j", (path, resolved) => {
    expect(resolvePath(path, mount)).toEqual({ status: "resolved", path: resolved });
  });

  it.each([
    ["", /is empty/],
    ["  ", /is empty/],
    ["a\0b", /characters that no path has/],
    ["\ud800", /characters that no path has/],
    ["a".repeat(5000), /longer than 4096/],
    ["src\\a.js", /backslash; write \//],
    ["/etc/passwd", /not in the repository; name files relative/],
    [`${mount}-other/a.js`, /not in the repository/],
    [`${mount}/../secret`, /not in the repository|leads out/],
    ["file:///etc/passwd", /not in the repository/],
    ["https://example.org/a", /not in the repository/],
    ["..", /leads out of the repository/],
    ["../a", /leads out of the repository/],
    ["src/../../a", /leads out of the repository/],
    [".git", /git's own/],
    [".git/config", /git's own/],
    ["src/.GIT/hooks/x", /git's own/],
    ["git~1/config", /git's own/],
    [".git./config", /git's own/],
  ])("%j is refused", (path, reason) => {
    const resolved = resolvePath(path, mount);
    expect(resolved).toMatchObject({ status: "refused", reason: expect.stringMatching(reason) });
  });

  it("does not repeat what is long or cannot be seen", () => {
    const resolved = resolvePath(`/${"x".repeat(3000)}\u202e`, mount);
    expect(resolved.status === "refused" && resolved.reason.length).toBeLessThan(400);
    expect(resolved.status === "refused" && resolved.reason).not.toContain("\u202e");
  });
});
