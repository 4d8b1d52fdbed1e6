import { describe, expect, it } from "vitest";
import { planValueNotes } from "../../../../src/brain/search/locate/plan-value-notes.ts";
import { createSourceParser } from "../../../../src/syntax/parse-source.ts";
import { textOf } from "../../../../src/syntax/source.ts";

const parser = createSourceParser();

async function plan(path: string, text: string, suspect = () => 1) {
  const outcome = await parser.parse(path, text);
  if (outcome.status !== "parsed") throw new Error(outcome.reason);
  const notes = planValueNotes(outcome.source, suspect);
  const again = await parser.parse(path, notes.text);
  return {
    isParsed: again.status === "parsed",
    text: notes.text,
    noted: [...notes.nodes.values()].map((node) => textOf(node, outcome.source)),
  };
}

describe("planValueNotes", () => {
  it("notes what is read, the outer expression around the inner one", async () => {
    const { text, noted } = await plan("a.js", "const f = (a, b) => a.x + b;\n");
    expect(noted.toSorted()).toEqual(["a", "a.x", "a.x + b", "b"]);
    expect(text).toMatch(
      /^const f = \(a, b\) => __nightshift_note\("v\d", __nightshift_note\("v\d", __nightshift_note\("v\d", a\)\.x\) \+ __nightshift_note\("v\d", b\)\);\n$/,
    );
  });

  it.each([
    [
      "a.js",
      "a.b.c(d);\nnew e.f(1);\ng?.h?.i;\nj.k = 1;\nfor (const l of m) delete n.o;\ntypeof p;\n",
      ["a.b", "a", "d", "g", "j", "m", "n"],
    ],
    [
      "a.ts",
      "const a = (b as C)!;\nenum D { E = f }\nconst g = <T,>(h: T, { i, j = k }: L) => h;\n",
      ["b", "h", "k"],
    ],
    [
      "a.py",
      "def f(a, b=c):\n    d.e(g=h)\n    i, j = k\n    return f'{l}', [m for n in o if p], a < b < q\n",
      ["c", "d", "h", "k", "m", "o", "p", "a < b < q", "a", "b", "q"],
    ],
  ])("leaves what is called, declared, assigned to or erased: %s %#", async (path, source, expected) => {
    const { isParsed, noted } = await plan(path, source);
    expect(isParsed).toBe(true);
    expect(noted.filter((text) => !expected.includes(text) && !/\(/.test(text))).toEqual([]);
    expect(expected.filter((text) => !noted.includes(text))).toEqual([]);
  });

  it("notes nothing where nothing is suspected", async () => {
    const { text, noted } = await plan("a.py", "def f(a):\n    return a\n", () => 0);
    expect(noted).toEqual([]);
    expect(text).toBe("def f(a):\n    return a\n");
  });
});
