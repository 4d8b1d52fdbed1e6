import { describe, expect, it } from "vitest";
import { parseIssue } from "../../src/work/parse-issue.ts";

const read = (text: string) => {
  const parsed = parseIssue(text);
  return parsed.status === "issue" ? parsed.issue : parsed.reason;
};

describe("parseIssue", () => {
  it.each([
    ["# Sums are wrong\n\nsum 2 3 is 3\n", { title: "Sums are wrong", body: "sum 2 3 is 3" }],
    ["\uFEFFSums are wrong\r\nsum 2 3 is 3\r\n", { title: "Sums are wrong", body: "sum 2 3 is 3" }],
    ["> quoted\n\n# Sums #\nmore", { title: "Sums", body: "> quoted\n\nmore" }],
    ["one line", { title: "one line", body: "" }],
    ["## Small heading\nbody", { title: "Small heading", body: "body" }],
    [`{"title": "Sums", "body": "are wrong"}`, { title: "Sums", body: "are wrong" }],
    [`{"title": "Sums", "body": null, "number": 7}`, { title: "Sums", body: "" }],
    [`{"title": "", "body": "are wrong\\nhere"}`, { title: "are wrong", body: "are wrong\nhere" }],
    ["{ braces } are wrong\nsee", { title: "{ braces } are wrong", body: "see" }],
    ["42", { title: "42", body: "" }],
  ])("reads %j", (text, issue) => {
    expect(read(text)).toEqual(issue);
  });

  it("takes broken JSON for a text only where it may be one", () => {
    expect(parseIssue('{"title": ')).toMatchObject({ status: "issue" });
    expect(parseIssue('{"title": ', { isJson: true })).toEqual({
      status: "unreadable",
      reason: "it is no JSON",
    });
  });

  it("cuts a title that has no end, and loses nothing", () => {
    const line = "long ".repeat(100).trim();
    expect(read(line)).toEqual({ title: `${line.slice(0, 199)}…`, body: line });
  });

  it.each([
    ["", "it is empty"],
    [" \n\t\n", "it is empty"],
    [`{"title": " ", "body": ""}`, "it is empty"],
    ["a\0b", "it is no text"],
    [`{"name": "Sums"}`, "its JSON has to be"],
    [`{"title": 7}`, "its JSON has to be"],
    [`["Sums"]`, "its JSON has to be"],
  ])("refuses %j", (text, reason) => {
    expect(read(text)).toContain(reason);
  });
});
