import { describe, expect, it } from "vitest";
import { readLayout } from "../../../src/operators/statement/layout.ts";
import { placeBefore, placeBehind, writeIf } from "../../../src/operators/statement/place-statement.ts";
import { applyTextEdit } from "../../../src/operators/text-edit.ts";
import { textOf } from "../../../src/syntax/source.ts";
import { walkTree } from "../../../src/syntax/syntax-node.ts";
import { parse } from "../mend.ts";

/** The text with `x()` placed before or behind the statement that reads so; null where there is no room. */
async function put(path: string, text: string, statement: string, where: "before" | "behind") {
  const source = await parse(path, text);
  const nodes = [...walkTree(source.root)].filter(
    (found) => textOf(found, source) === statement && /statement|declaration/.test(found.type),
  );
  const [node] = nodes;
  if (node === undefined) throw new Error(`no ${statement}`);
  const layout = readLayout(source);
  const place = where === "before" ? placeBefore : placeBehind;
  const placed = place(node, [`x()${layout.end}`], source, layout);
  if (placed === null) return null;
  const given = applyTextEdit(text, placed);
  await parse(path, given);
  return given;
}

describe("placeBefore and placeBehind", () => {
  it("keep indentation, tabs and line ends", async () => {
    expect(await put("a.js", "if (a) {\r\n\tb();\r\n}\r\n", "b();", "before")).toBe(
      "if (a) {\r\n\tx();\r\n\tb();\r\n}\r\n",
    );
    expect(await put("a.py", "if a:\n\tb()\n", "b()", "behind")).toBe("if a:\n\tb()\n\tx()\n");
  });

  it("leave a comment with what it is about", async () => {
    expect(await put("a.js", "b(); // why\nc();", "b();", "behind")).toBe("b(); // why\nx();\nc();");
    expect(await put("a.py", "b()  # why\nc()\n", "b()", "behind")).toBe("b()  # why\nx()\nc()\n");
  });

  it("give a branch without braces some", async () => {
    expect(await put("a.js", "if (a) b();\nelse c();", "b();", "behind")).toBe(
      "if (a) {\n  b();\n  x();\n}\nelse c();",
    );
    expect(await put("a.js", "for (const a of as)\n  b();", "b();", "before")).toBe(
      "for (const a of as)\n  {\n  x();\n  b();\n}",
    );
  });

  it("stay on the line where the statement shares it, with an end between the two", async () => {
    expect(await put("a.js", "const f = () => { b(); };", "b();", "before")).toBe(
      "const f = () => { x(); b(); };",
    );
    expect(await put("a.js", "const f = () => { b() }\nlet a = 1\nlet c = 2\n", "b()", "behind")).toBe(
      "const f = () => { b(); x() }\nlet a = 1\nlet c = 2\n",
    );
  });

  it("refuse where Python has no room on the line", async () => {
    expect(await put("a.py", "if a: b()\n", "b()", "before")).toBeNull();
  });

  it("stay within a case", async () => {
    expect(await put("a.js", "switch (a) {\n  case 1:\n    b();\n}", "b();", "behind")).toBe(
      "switch (a) {\n  case 1:\n    b();\n    x();\n}",
    );
  });
});

describe("writeIf", () => {
  it("writes as the file is laid out", async () => {
    const script = readLayout(await parse("a.js", "function f() {\n\treturn 1\n}\n"));
    expect(writeIf("a", ["return 1"], script)).toEqual(["if (a) return 1"]);
    expect(writeIf("a", ["b()", "c()"], script)).toEqual(["if (a) {", "\tb()", "\tc()", "}"]);
    const python = readLayout(await parse("a.py", "def f():\n  return 1\n"));
    expect(writeIf("a", ["return 1"], python)).toEqual(["if a:", "  return 1"]);
  });
});

describe("readLayout", () => {
  it("reads semicolons, quotes, steps and line ends from most of the file", async () => {
    expect(readLayout(await parse("a.js", "const a = 'x';\r\nif (a) {\r\n    b('y');\r\n}\r\n"))).toEqual({
      newline: "\r\n",
      step: "    ",
      end: ";",
      quote: "'",
      isPython: false,
    });
    expect(readLayout(await parse("a.ts", 'const a = "x"\nif (a) {\n  b("y")\n}\n'))).toMatchObject({
      end: "",
      quote: '"',
      step: "  ",
    });
  });
});
