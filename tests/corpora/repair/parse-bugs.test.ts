import { describe, expect, it } from "vitest";
import { parseBugs } from "./parse-bugs.ts";
import { plantBug } from "./plant-bug.ts";

const files = { "a.js": "one\ntwo\n  two\nthree\n", "a.test.js": "one\n", "b.js": "four\nfour\n" };
const parse = (text: string) => parseBugs(text, { module: "javascript/x", origin: "hand", files });

describe("parseBugs", () => {
  it("reads a bug in several places, the first source being meant where none is named", () => {
    const [bug] = parse(
      "### slug relational+two-edit what is wrong\n@\n<<<\none\n===\n1\n>>>\n@ a.js\n<<<\nthree\n===\n>>>\n",
    );
    expect(bug).toEqual({
      id: "javascript/x/slug",
      classes: ["relational", "two-edit"],
      title: "what is wrong",
      origin: "hand",
      parts: [
        { path: "a.js", good: "one\n", bad: "1\n" },
        { path: "a.js", good: "three\n", bad: "" },
      ],
    });
    expect(bug && plantBug(files, bug)["a.js"]).toBe("1\ntwo\n  two\n");
  });

  it("takes lines that are indented otherwise for other lines", () => {
    const [bug] = parse("### s c t\n@\n<<<\n  two\n===\n  2\n>>>\n");
    expect(bug && plantBug(files, bug)["a.js"]).toBe("one\ntwo\n  2\nthree\n");
  });

  it.each([
    { why: "a head without a class", text: "### slug\n@\n<<<\none\n===\n1\n>>>\n", message: /not a head/ },
    { why: "a bug without a part", text: "### slug class title\n", message: /changes nothing/ },
    {
      why: "a part that is not closed",
      text: "### slug c t\n@\n<<<\none\n===\n1\n",
      message: /1 parts begin and 0/,
    },
    {
      why: "lines that are not there",
      text: "### slug c t\n@\n<<<\nfive\n===\n1\n>>>\n",
      message: /occur 0 times/,
    },
    {
      why: "lines that are there twice",
      text: "### slug c t\n@ b.js\n<<<\nfour\n===\n4\n>>>\n",
      message: /occur 2 times/,
    },
    {
      why: "a file that is not there",
      text: "### slug c t\n@ c.js\n<<<\none\n===\n1\n>>>\n",
      message: /there is no c.js/,
    },
    {
      why: "a part that changes nothing",
      text: "### slug c t\n@\n<<<\none\n===\none\n>>>\n",
      message: /stays as it is/,
    },
  ])("refuses $why", ({ text, message }) => {
    expect(() => parse(text)).toThrow(message);
  });
});

it("refuses to plant a bug whose lines an earlier part has taken", () => {
  const part = { path: "a.js", good: "one\n", bad: "" };
  expect(() => plantBug(files, { id: "x", parts: [part, part] })).toThrow(/replaces 0 times/);
});
