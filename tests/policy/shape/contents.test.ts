import { describe, expect, it } from "vitest";
import { disguisedName } from "../../../src/policy/shape/disguised-name.ts";
import { hiddenCharacters } from "../../../src/policy/shape/hidden-characters.ts";
import { hiddenLines } from "../../../src/policy/shape/hidden-lines.ts";
import { lookalikeName } from "../../../src/policy/shape/lookalike-name.ts";
import { text } from "../../../src/policy/shape/text.ts";
import { judgeShape } from "./judge-shape.ts";

describe("text", () => {
  it.each([
    ["a NUL", "a\nb\0\n", 2],
    ["half a character", "a\ud800\n", null],
    [
      "a pointer to large file storage",
      "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n",
      1,
    ],
  ])("denies %s", async (_name, after, line) => {
    expect(await judgeShape(text, "a.js", "a\n", after)).toEqual([`denial:${line}`]);
  });

  it("allows any text, an empty one too", async () => {
    expect(await judgeShape(text, "a.js", "a\n", "")).toEqual([]);
    expect(await judgeShape(text, "a.md", null, "version 2 of git-lfs\n")).toEqual([]);
  });
});

describe("hidden-characters", () => {
  it.each([
    "\u202e",
    "\u2066",
    "\u200f",
    "\u200b",
    "\u00ad",
    "\u3164",
    "\u001b[1m",
    "\u009b",
    "\u{e0041}",
    "\u{e0100}",
    "\ufeff",
  ])("denies %j on a new line, and names the line", async (hidden) => {
    expect(await judgeShape(hiddenCharacters, "a.js", "a\nb\n", `a\nb ${hidden} c\n`)).toEqual(["denial:2"]);
  });

  it("denies a joiner between plain letters", async () => {
    expect(await judgeShape(hiddenCharacters, "a.js", "a\n", "is\u200dAdmin\n")).toEqual(["denial:1"]);
  });

  it.each([
    ["a family", '"\u{1f468}\u200d\u{1f469}\u200d\u{1f467}"'],
    ["a heart", "\u2764\ufe0f"],
    ["a flag of a region", "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}"],
    ["a key cap", "1\ufe0f\u20e3"],
    ["Persian with its joiner", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"],
    ["accents and dashes", "na\u00efve \u2014 caf\u00e9\u2026"],
    ["a variant of an ideograph", "\u845b\u{e0100}"],
  ])("allows %s", async (_name, line) => {
    expect(await judgeShape(hiddenCharacters, "a.js", "a\n", `a\n// ${line}\n`)).toEqual([]);
  });

  it("allows what the base has, where it stays as it is or moves, and denies one more of it", async () => {
    const before = "a\nx = '\u202e'\nb\n";
    expect(await judgeShape(hiddenCharacters, "a.js", before, "a2\nx = '\u202e'\nb\n")).toEqual([]);
    expect(await judgeShape(hiddenCharacters, "a.js", before, "a\nb\nx = '\u202e'\n")).toEqual([]);
    expect(await judgeShape(hiddenCharacters, "a.js", before, "a\nx = '\u202e' + 1\nb\n")).toEqual([
      "denial:2",
    ]);
    expect(await judgeShape(hiddenCharacters, "a.js", before, `${before}x = '\u202e'\n`)).toEqual([
      "denial:4",
    ]);
  });

  it("allows a byte order mark where a file begins, and nowhere else", async () => {
    expect(await judgeShape(hiddenCharacters, "a.js", null, "\ufeffa\n")).toEqual([]);
    expect(await judgeShape(hiddenCharacters, "a.js", null, "a\n\ufeffb\n")).toEqual(["denial:2"]);
  });
});

describe("hidden-lines", () => {
  it.each([
    ["a lone carriage return", "// a\rb()"],
    ["two carriage returns", "// a\r\r"],
    ["a line separator", "// a\u2028b()"],
    ["a paragraph separator", "// a\u2029b()"],
    ["a next line", "# a\u0085b()"],
    ["a vertical tab", "# a\vb()"],
    ["a form feed", "# a\fb()"],
    ["code behind a wide gap", `a();${" ".repeat(200)}b();`],
    ["code behind many tabs", `${"\t".repeat(170)}b();`],
    ["an endless line", `a("${"b".repeat(2_000)}")`],
  ])("denies %s", async (_name, line) => {
    expect(await judgeShape(hiddenLines, "a.py", "a\nb\n", `a\n${line}\nb\n`)).toEqual(["denial:2"]);
  });

  it.each([
    ["CRLF", "a.py", "a\r\nb\r\n"],
    ["a long line of code", "a.py", `a("${"b".repeat(1_500)}")\n`],
    ["a long line of prose", "a.md", `${"word ".repeat(1_000)}\n`],
    ["a wide table", "a.md", `| a |${" ".repeat(300)}|\n`],
    ["data", "a.json", `"${"b".repeat(5_000)}"\n`],
  ])("allows %s", async (_name, path, after) => {
    expect(await judgeShape(hiddenLines, path, "a\n", after)).toEqual([]);
  });

  it("allows what the base has", async () => {
    const minified = `var a="${"x".repeat(3_000)}";`;
    expect(await judgeShape(hiddenLines, "a.js", `${minified}\n\f\na\n`, `${minified}\n\f\nb\n`)).toEqual([]);
  });

  it("reads a line of blanks alone in no time", async () => {
    const blanks = " ".repeat(1_000_000);
    expect(await judgeShape(hiddenLines, "a.js", "a\n", `${blanks}\n`)).toEqual(["denial:1"]);
    expect(await judgeShape(hiddenLines, "a.md", "a\n", `${blanks}\n`)).toEqual([]);
  }, 5_000);
});

describe("lookalike-name", () => {
  it("denies a name that imitates another one of the file, each time", async () => {
    const after = "let isPaid = false;\nlet isP\u0430id = true;\nuse(isPaid);\n";
    expect(await judgeShape(lookalikeName, "a.js", "a\n", after)).toEqual(["denial:2"]);
  });

  it("denies a name wholly of another script that imitates one", async () => {
    expect(
      await judgeShape(lookalikeName, "a.js", "a\n", "scope();\n\u0455\u0441\u043e\u0440\u0435();\n"),
    ).toEqual(["denial:2"]);
  });

  it("notes a mixed name that imitates nothing", async () => {
    expect(await judgeShape(lookalikeName, "a.js", "a\n", "let p\u0430id = 1;\n")).toEqual(["note:1"]);
  });

  it.each([
    [
      "words of one script",
      "// \u0441 \u0430 \u043e: \u044d\u0442\u043e \u0446\u0435\u043d\u0430\nlet c = 1, a = 2, o = 3;",
    ],
    ["letters of formulas", "let \u0394t = 2 * \u03b1 * \u00b5s;\nlet a = t;"],
    ["accents", "let prot\u00e9g\u00e9 = protege;"],
  ])("says nothing of %s", async (_name, line) => {
    expect(await judgeShape(lookalikeName, "a.js", "x\n", `${line}\n`)).toEqual([]);
  });

  it("says nothing of what the base has", async () => {
    const before = "paid;\np\u0430id;\n";
    expect(await judgeShape(lookalikeName, "a.js", before, `${before}more();\n`)).toEqual([]);
  });
});

describe("disguised-name", () => {
  it.each([
    ["a call", "\uff45val('1')"],
    ["an attribute", "os.\u{1d4fc}ystem('x')"],
    ["an assignment", "\uff41ssert_ok = 1"],
    ["a file that does not parse", "def (:\n\uff45val('1')"],
  ])("denies %s in Python", async (_name, code) => {
    expect(await judgeShape(disguisedName, "a.py", "x = 1\n", `x = 1\n${code}\n`)).toHaveLength(1);
  });

  it.each([
    ["strings and comments", "a.py", 'x = "\uff45val" # \uff45val'],
    ["names in other letters", "a.py", "gr\u00f6\u00dfe = 1\n\u4ef7\u683c = 2\n\u00b5 = 3"],
    ["JavaScript, which does not fold", "a.js", "let \uff45val = 1;"],
  ])("allows %s", async (_name, path, code) => {
    expect(await judgeShape(disguisedName, path, "x = 1\n", `x = 1\n${code}\n`)).toEqual([]);
  });

  it("says nothing of a name that the base has, beside a new line of other text", async () => {
    const before = "\uff45val('1')\n";
    expect(await judgeShape(disguisedName, "a.py", before, `${before}x = "\uff41"\n`)).toEqual([]);
  });
});
