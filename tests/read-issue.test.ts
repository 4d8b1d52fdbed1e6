import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { readIssue } from "../src/read-issue.ts";

const folder = mkdtempSync(path.join(tmpdir(), "nightshift-issue-"));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string | Buffer): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

it.each([
  ["issue.md", "# Sums\n\nare wrong\n"],
  ["issue.json", `{"title": "Sums", "body": "are wrong"}`],
])("reads %s", async (name, content) => {
  expect(await readIssue(write(name, content))).toEqual({ title: "Sums", body: "are wrong" });
});

it("reads as much as is allowed, to the byte", async () => {
  const body = "a".repeat(64 * 1024 - 5);
  expect(await readIssue(write("full.md", `Sums\n${body}`))).toEqual({ title: "Sums", body });
});

it.each<[string, string | Buffer | null, string]>([
  ["missing.md", null, "ENOENT"],
  ["empty.md", "", "it is empty"],
  ["binary.md", Buffer.from([0xff, 0xfe, 0x00, 0x01]), "no text"],
  ["nul.md", "a\0b", "no text"],
  ["large.md", "a".repeat(64 * 1024 + 1), "more than 64 KiB"],
  ["odd.json", `{"name": "x"}`, "`title` and `body`"],
  ["cut.json", `{"title": `, "it is no JSON"],
])("refuses %s by name, with the reason", async (name, content, reason) => {
  const file = content === null ? path.join(folder, name) : write(name, content);
  await expect(readIssue(file)).rejects.toMatchObject({
    ...{ code: "ISSUE_UNREADABLE", kind: "usage" },
    message: expect.stringMatching(new RegExp(`${name}.*${reason}`)),
  });
});

it("refuses a folder, and a device without an end", async () => {
  mkdirSync(path.join(folder, "folder"));
  await expect(readIssue(path.join(folder, "folder"))).rejects.toThrow("EISDIR");
  await expect(readIssue("/dev/zero")).rejects.toThrow("more than 64 KiB");
});
