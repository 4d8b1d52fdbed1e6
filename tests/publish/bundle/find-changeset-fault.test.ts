import { describe, expect, it } from "vitest";
import type { Changeset } from "../../../src/domain/bundle.ts";
import { findChangesetFault } from "../../../src/publish/bundle/find-changeset-fault.ts";
import { sampleChangeset } from "../../helpers/sample-bundle.ts";

async function ruleFor(changeset: Changeset): Promise<string> {
  return (await findChangesetFault(changeset))?.rule ?? "fine";
}

function writing(...paths: readonly string[]): Changeset {
  return { version: 1, files: paths.flatMap((path) => sampleChangeset(path).files) };
}

describe("a changeset is refused for a path", () => {
  it.each([
    ["../x.js", "policy:relative-path"],
    ["a/../../x.js", "policy:relative-path"],
    ["/etc/passwd", "policy:relative-path"],
    ["C:/x.js", "policy:relative-path"],
    ["a\\b.js", "policy:relative-path"],
    ["a//b.js", "policy:relative-path"],
    ["./a.js", "policy:relative-path"],
    [".git/hooks/post-checkout", "policy:git-folder"],
    [".GIT/config", "policy:git-folder"],
    ["src/.Git/config", "policy:git-folder"],
    [".g\u0131t/config", "policy:git-folder"],
    ["a/HEAD", "policy:git-folder", "a/refs/x"],
    [".gi\u200ct/config", "policy:path-characters"],
    ["a\u202eb.js", "policy:path-characters"],
    ["a\nb.js", "policy:path-characters"],
    ["a\0b.js", "policy:path-characters"],
    ["e\u0301.js", "policy:path-characters"],
    ["\ud800.js", "policy:path-characters"],
    ["NUL.js", "policy:windows-name"],
    ["src/com1.js", "policy:windows-name"],
    ["a./b.js", "policy:windows-name"],
    ["GITHUB~1/x.js", "policy:windows-name"],
    ["a.js:stream", "policy:windows-name"],
    [`${"a/".repeat(70)}x.js`, "policy:path-length"],
    [".github/workflows/ci.yml", "policy:protected-path"],
    [".GitHub/workflows/ci.yml", "policy:protected-path"],
    ["pkg/.github/x", "policy:protected-path"],
    ["action.yml", "policy:protected-path"],
    ["package.json", "policy:protected-path"],
    [".gitmodules", "policy:protected-path"],
    ["A.js", "policy:name-collision", "a.js"],
    ["a", "policy:name-collision", "a/b.js"],
    ["str.js", "policy:name-collision", "\u017ftr.js"],
  ])("%j: %s", async (path, rule, ...others) => {
    expect(await ruleFor(writing(path, ...others))).toBe(rule);
  });

  it.each([
    ["a.js", "a.js"],
    ["b.js", "a.js"],
  ])("that is not in its place: %s, %s", async (...paths) => {
    expect(await ruleFor(writing(...paths))).toBe("path-order");
  });

  it("that is to be deleted all the same", async () => {
    const files = [{ change: "delete", path: ".github/workflows/ci.yml" } as const];
    expect(await ruleFor({ version: 1, files })).toBe("policy:protected-path");
  });
});

describe("a changeset", () => {
  it("that changes nothing is refused", async () => {
    expect(await ruleFor({ version: 1, files: [] })).toBe("changeset");
  });

  it("of sources, tests, deletions, executables and bytes is fine", async () => {
    const files: Changeset["files"] = [
      { change: "delete", path: "docs/old name.md" },
      { change: "write", path: "img/a.png", mode: "100644", encoding: "base64", content: "/w==" },
      { change: "write", path: "src/\u00e9.js", mode: "100755", encoding: "utf8", content: "" },
      { change: "write", path: "test/a.test.js", mode: "100644", encoding: "utf8", content: "\ufefftext" },
    ];
    expect(await ruleFor({ version: 1, files })).toBe("fine");
  });
});
