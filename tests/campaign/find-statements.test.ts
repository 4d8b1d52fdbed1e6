import { expect, it } from "vitest";
import { compareLines } from "../../src/campaign/strength/compare-lines.ts";
import { findStatements } from "../../src/campaign/strength/find-statements.ts";
import { createSourceParser } from "../../src/syntax/parse-source.ts";

const parser = createSourceParser();
async function find(path: string, lines: readonly string[], wanted: readonly number[]) {
  const parsed = await parser.parse(path, `${lines.join("\n")}\n`);
  if (parsed.status === "skipped") throw new Error(parsed.reason);
  return findStatements(parsed.source, wanted).map(({ from, to }) => `${from}-${to}`);
}

it("takes the whole of a statement that spans lines, and the head alone of one that holds others", async () => {
  const code = ["function f(a,", "  b) {", "  if (a) {", "    return [", "      b,", "    ];", "  }", "}"];
  expect(await find("a.js", code, [5])).toEqual(["4-6"]);
  expect(await find("a.js", code, [3])).toEqual(["3-3"]);
  expect(await find("a.js", code, [1, 2])).toEqual(["1-2"]);
  const python = ["def f(a,", "      b):", "    if a:", "        return [", "            b,", "        ]"];
  expect(await find("a.py", python, [5])).toEqual(["4-6"]);
  expect(await find("a.py", python, [2])).toEqual(["1-2"]);
  expect(await find("a.py", python, [3])).toEqual(["3-3"]);
});

it("finds nothing in comments, docstrings, brackets, blank lines and types", async () => {
  const script = [
    "// one",
    "/* two",
    " */",
    "interface A {",
    "  b: string;",
    "}",
    "",
    "type C = A;",
    "f(() => {",
    "  g();",
    "});",
  ];
  expect(await find("a.ts", script, [1, 2, 3, 4, 5, 6, 7, 8, 11])).toEqual([]);
  const python = ["def f():", '    """Says', '    nothing."""', "    # no", "    return 1"];
  expect(await find("a.py", python, [2, 3, 4])).toEqual([]);
  expect(await find("a.py", python, [5])).toEqual(["5-5"]);
});

it("tells functions apart by the outermost one, and heads from what is inside", async () => {
  const parsed = await parser.parse(
    "a.js",
    "const f = () => {\n  g(() => {\n    h();\n  });\n};\nclass A {\n  m() {\n    k();\n  }\n}\nx();\n",
  );
  if (parsed.status === "skipped") throw new Error(parsed.reason);
  const found = findStatements(parsed.source, [1, 3, 7, 8, 11]);
  expect(found.map(({ from, name, isHead }) => [from, name, isHead])).toEqual([
    [1, "", false],
    [1, "f", true],
    [3, "f", false],
    [7, "m", true],
    [8, "m", false],
    [11, "", false],
  ]);
});

it("names a function as V8 counts its calls", async () => {
  const names = async (text: string) => {
    const parsed = await parser.parse("a.js", text);
    if (parsed.status === "skipped") throw new Error(parsed.reason);
    const lines = text.split("\n").map((_, index) => index + 1);
    return findStatements(parsed.source, lines).flatMap(({ isHead, name }) => (isHead ? [name] : []));
  };
  expect(
    await names("class A {\n  constructor() {\n    f();\n  }\n  get b() {\n    return 1;\n  }\n}"),
  ).toEqual(["A", "b"]);
  expect(
    await names("exports.c = function () {\n  f();\n};\nconst d = {\n  e: () => {\n    f();\n  },\n};"),
  ).toEqual(["c", "e"]);
  expect(await names("const g = memo(() => {\n  f();\n});\nexport default function () {\n  f();\n}")).toEqual(
    ["", ""],
  );
});

it("compares lines: what is added and removed, and around what something was only taken out or put in", () => {
  const none = { added: [], removed: [], gaps: [], seams: [] };
  expect(compareLines("a\nb\nc\n", "a\nB\nc\nd\n")).toEqual({
    ...none,
    added: [2, 4],
    removed: [2],
    seams: [3, 4],
  });
  expect(compareLines("a\nb\nc\n", "a\nc\n")).toEqual({ ...none, removed: [2], gaps: [1, 2] });
  expect(compareLines("a\nb\n", "a\nx\nb\n")).toEqual({ ...none, added: [2], seams: [1, 2] });
  expect(compareLines("", "a\nb")).toEqual({ ...none, added: [1, 2], seams: [1] });
});
