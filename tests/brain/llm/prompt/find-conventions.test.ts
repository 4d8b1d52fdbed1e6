import { describe, expect, it } from "vitest";
import { findConventions } from "../../../../src/brain/llm/prompt/find-conventions.ts";
import { renderConventions } from "../../../../src/brain/llm/prompt/render-conventions.ts";

describe("findConventions", () => {
  it("takes those of the folders above a file, the nearest first", () => {
    const tracked = [
      "AGENTS.md",
      ".editorconfig",
      "CLAUDE.md",
      "a/AGENTS.md",
      "a/b/.cursorrules",
      "c/AGENTS.md",
    ];
    expect(findConventions(tracked, ["a/b/x.js"])).toEqual([
      "a/b/.cursorrules",
      "a/AGENTS.md",
      "AGENTS.md",
      "CLAUDE.md",
      ".editorconfig",
    ]);
  });

  it("takes the root's where no file is known, and none of what is not tracked", () => {
    expect(findConventions([".github/copilot-instructions.md", "a/AGENTS.md"], [])).toEqual([
      ".github/copilot-instructions.md",
    ]);
    expect(findConventions([], ["/x", "../y", "."])).toEqual([]);
  });
});

describe("renderConventions", () => {
  it("shows a text once that stands in two files, and skips what cannot be read", async () => {
    const texts: Readonly<Record<string, string>> = {
      "AGENTS.md": "Two spaces.\n",
      "CLAUDE.md": "Two spaces.\n\n",
    };
    const text = await renderConventions(
      {
        trackedFiles: ["AGENTS.md", "CLAUDE.md", ".cursorrules"],
        paths: [],
        read: async (path) =>
          texts[path] === undefined
            ? { status: "refused", reason: "a link out of the tree" }
            : { status: "read", text: texts[path] },
      },
      800,
    );
    expect(text).toBe("## Conventions: AGENTS.md\n```\nTwo spaces.\n```");
  });
});
