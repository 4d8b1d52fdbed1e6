import { describe, expect, it } from "vitest";
import { applyDiff } from "../../../src/policy/diff/apply-diff.ts";
import { parseDiff } from "../../../src/policy/diff/parse-diff.ts";
import { readDiffPath } from "../../../src/policy/diff/read-diff-path.ts";

const change = "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-old\n+new\n";

async function apply(diff: string, text = "old\n") {
  const files = [{ path: "x", mode: "100644", hash: "1" }];
  const readBytes = async (path: string) => (path === "x" ? Buffer.from(text) : null);
  return (await applyDiff(parseDiff(diff), { files, readBytes })).files;
}

describe("parseDiff", () => {
  it.each([
    [
      "a combined diff",
      "diff --cc x\nindex 1,2..3\n--- a/x\n+++ b/x\n@@@ -1,1 -1,1 +1,1 @@@\n- a\n -b\n++c\n",
    ],
    ["a diff of a merge in raw form", "diff --combined x\n"],
    ["text that is no diff", "hello\n"],
    ["names without prefixes", "--- x\n+++ x\n@@ -1 +1 @@\n-old\n+new\n"],
    [
      "names without prefixes that look as if they had one",
      "diff --git b/x b/x\nold mode 100644\nnew mode 100755\n",
    ],
    ["a context diff", "*** a/x\n--- b/x\n***************\n*** 1 ****\n! old\n--- 1 ----\n! new\n"],
    ["a hunk that is cut off", "--- a/x\n+++ b/x\n@@ -1,3 +1,3 @@\n-old\n"],
    ["a hunk with more lines than its header says", `${change}+another\n`],
    ["a hunk with a foreign line", "--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n-old\n*new\n"],
    ["a hunk without numbers", "--- a/x\n+++ b/x\n@@ -one +1 @@\n-old\n+new\n"],
    ["text between two files", `${change}and then\n${change}`],
    ["names that disagree", "diff --git a/x b/x\n--- a/x\n+++ b/y\n@@ -1 +1 @@\n-old\n+new\n"],
    ["a name that is not quoted well", '--- "a/x\n+++ b/x\n@@ -1 +1 @@\n-old\n+new\n'],
    ["a section that names no file", "diff --git a/x b/y\nindex 1..2 100644\n"],
    ["a mode that is none", "diff --git a/x b/x\nold mode 100644\nnew mode 0o777\n"],
    [
      "a deletion that only its name tells",
      "diff --git a/x b/x\n--- a/x\n+++ /dev/null\n@@ -1 +0,0 @@\n-old\n",
    ],
    [
      "a new file that only its mode tells",
      "diff --git a/x b/x\nnew file mode 100644\n--- a/x\n+++ b/x\n@@ -0,0 +1 @@\n+new\n",
    ],
    ["a binary patch without data", "diff --git a/x b/x\nindex 1..2 100644\nGIT binary patch\n\n"],
  ])("refuses %s", (_, diff) => {
    expect(() => parseDiff(diff)).toThrow(
      expect.objectContaining({ code: "DIFF_UNREADABLE", kind: "usage" }),
    );
  });

  it("names the line of the diff", () => {
    expect(() => parseDiff(`${change}junk\n`)).toThrow(/Line 6 of the diff/);
  });

  it("takes an empty diff for no change", () => {
    expect(parseDiff("\n\n")).toEqual([]);
  });

  it("reads a mail of git format-patch", async () => {
    const mail = `From 1 Mon Sep 17 00:00:00 2001\nSubject: [PATCH] x\n---\n x | 2 +-\n\ndiff --git a/x b/x\nindex 1..2 100644\n${change}-- \n2.39.5\n\n`;
    expect(await apply(mail)).toMatchObject([{ path: "x", after: { text: "new\n" } }]);
  });

  it("reads a diff whose own lines were given other ends", async () => {
    expect(await apply(change.replaceAll("\n", "\r\n"))).toMatchObject([{ after: { text: "new\n" } }]);
  });

  it("does not take content for a header", async () => {
    const diff = "--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n--- a/y\n-+++ b/y\n+-- c\n+++ d\n";
    expect(await apply(diff, "-- a/y\n+++ b/y\n")).toMatchObject([
      { path: "x", after: { text: "-- c\n++ d\n" } },
    ]);
  });
});

describe("applyDiff", () => {
  it("finds a hunk that has moved, as git does", async () => {
    expect(await apply(change, "first\nsecond\nold\n")).toMatchObject([
      { after: { text: "first\nsecond\nnew\n" } },
    ]);
  });

  it.each([
    ["other text", change, "other\n"],
    ["no newline where the diff has one", change, "old"],
    ["two places that it could mean", change, "first\nold\nsecond\nold\n"],
    ["numbers that disagree", "--- a/x\n+++ b/x\n@@ -1,0 +3 @@\n+new\n", "old\nother\nthird\n"],
    [
      "a hunk that is behind its successor",
      "--- a/x\n+++ b/x\n@@ -3 +3 @@\n-c\n+d\n@@ -1 +1 @@\n-a\n+b\n",
      "a\nb\nc\n",
    ],
    ["a file that is not there", change.replaceAll("/x", "/y"), "old\n"],
    ["a new file that is there", "diff --git a/x b/x\nnew file mode 100644\n", "old\n"],
    ["the same file twice", change + change, "old\n"],
    ["a rename onto a file that is there", "diff --git a/y b/x\nrename from y\nrename to x\n", "old\n"],
  ])("refuses a diff onto %s", async (_, diff, text) => {
    await expect(apply(diff, text)).rejects.toMatchObject({ code: "DIFF_DOES_NOT_APPLY", kind: "usage" });
  });

  it("keeps hostile paths and modes for the rules to judge", async () => {
    const diff = [
      "diff --git a/../out b/../out",
      "new file mode 120000",
      "--- /dev/null",
      "+++ b/../out",
      "@@ -0,0 +1 @@",
      "+/etc/passwd",
      "\\ No newline at end of file",
      "",
    ].join("\n");
    expect(await apply(diff)).toEqual([
      { path: "../out", before: null, after: { mode: "120000", text: null, sizeBytes: 0 } },
    ]);
  });
});

describe("readDiffPath", () => {
  it.each([
    ['"a/d\\303\\251j\\303\\240"', "a/d\u00e9j\u00e0", ""],
    ['"a/tab\\tquote\\"back\\\\slash" rest', 'a/tab\tquote"back\\slash', " rest"],
    ["a/name with blanks\t2026-11-21", "a/name with blanks", "\t2026-11-21"],
  ])("reads %s", (text, path, rest) => {
    expect(readDiffPath(text)).toEqual({ path, rest });
  });

  it.each(['"a/open', '"a/\\q"', '"a/\\9"'])("refuses %s", (text) => {
    expect(readDiffPath(text)).toBeNull();
  });
});
