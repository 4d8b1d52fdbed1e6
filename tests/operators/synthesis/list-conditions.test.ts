import { describe, expect, it } from "vitest";
import type { SeenState, TestLiteral } from "../../../src/operators/clues.ts";
import { collectNames } from "../../../src/operators/names.ts";
import { type ConditionUse, listConditions } from "../../../src/operators/synthesis/list-conditions.ts";
import { walkTree } from "../../../src/syntax/syntax-node.ts";
import { parse } from "../mend.ts";

type Given = {
  readonly states?: readonly SeenState[];
  readonly literals?: readonly TestLiteral[];
  readonly use?: ConditionUse;
};

/** The conditions at the first return of the text. */
async function list(path: string, text: string, { states, literals, use }: Given = {}) {
  const source = await parse(path, text);
  const node = [...walkTree(source.root)].find(({ type }) => type === "return_statement");
  if (node === undefined) throw new Error("nothing is returned");
  const clues = {
    ...(states === undefined ? {} : { states: () => states }),
    ...(literals === undefined ? {} : { literals }),
  };
  return listConditions(node, { source, names: collectNames(source), ...clues }, use);
}

const state = (isFailing: boolean, values: Readonly<Record<string, unknown>>): SeenState => ({
  isFailing,
  values: new Map(
    Object.entries(values).map(([name, value]) => [
      name,
      { type: typeof value, text: JSON.stringify(value) },
    ]),
  ),
});
const text = "function f(n, limit) {\n  n -= 1;\n  return n * limit;\n}\n";

describe("listConditions", () => {
  it("asks numbers for zero, texts and lists for being empty, objects for being there", async () => {
    const found = await list(
      "a.js",
      "function f(i, word, xs, o) { i++; word.trim(); xs.push(i); return o; }",
    );
    const texts = found.map((condition) => condition.text);
    expect(texts).toEqual(
      expect.arrayContaining(["i === 0", "i >= xs.length", "xs.length === 0", "o == null"]),
    );
    expect(texts).not.toContain("i.length === 0");
  });

  it("asks nothing of a value that has no text", async () => {
    const odd = { toString: 1, valueOf: 1 };
    const states = [true, false].map((isFailing) => state(isFailing, { word: "a", odd }));
    const found = await list("a.js", "function f(word, odd) { word.trim(); return odd; }", { states });
    expect(found.length).toBeGreaterThan(3);
  });

  it("speaks Python in Python", async () => {
    const found = await list("a.py", "def f(i, xs, o):\n    i += 1\n    xs.append(i)\n    return o\n");
    const texts = found.map((condition) => condition.text);
    expect(texts).toEqual(
      expect.arrayContaining(["i == 0", "not xs", "o is None", "i in xs", "i >= len(xs)"]),
    );
    expect(texts.join(" ")).not.toMatch(/===|!\w|null/);
  });

  it("asks what the file asks elsewhere, with the names of here", async () => {
    const other = "function g(item) { if (item.isOpen) h(); }\n";
    const found = await list("a.js", `function f(entry) { return entry; }\n${other}`);
    expect(found.map((condition) => condition.text)).toEqual(
      expect.arrayContaining(["entry.isOpen", "!entry.isOpen"]),
    );
  });

  it("drops what is the same in every run that was seen", async () => {
    const states = [
      state(true, { n: 0, limit: 5 }),
      state(false, { n: 3, limit: 5 }),
      state(false, { n: 4, limit: 5 }),
    ];
    const texts = (await list("a.js", text, { states })).map((condition) => condition.text);
    expect(texts).toContain("n === 0");
    expect(texts).not.toContain("n < 0");
    expect(texts).not.toContain("limit === 0");
  });

  it("begins with what holds in failing runs alone", async () => {
    const states = [
      state(true, { n: 7, limit: 5 }),
      state(false, { n: 3, limit: 5 }),
      state(false, { n: 0, limit: 5 }),
    ];
    const found = await list("a.js", text, { states });
    const rank = (sought: string) => found.findIndex((condition) => condition.text === sought);
    expect(rank("n > limit")).toBeGreaterThanOrEqual(0);
    expect(rank("n > limit")).toBeLessThan(rank("n === 0"));
  });

  it("turns that round for what is to be done less often", async () => {
    const states = [state(true, { n: 7, limit: 5 }), state(false, { n: 3, limit: 5 })];
    const found = await list("a.js", text, { states, use: { isNarrowing: true } });
    const rank = (sought: string) => found.findIndex((condition) => condition.text === sought);
    expect(rank("n < limit")).toBeGreaterThanOrEqual(0);
    expect(rank("n < limit")).toBeLessThan(rank("n > limit"));
  });

  it("keeps what the states do not tell of", async () => {
    const unknown: SeenState = {
      isFailing: true,
      values: new Map([["n", { type: "object", text: "<Node>" }]]),
    };
    const texts = (await list("a.js", text, { states: [unknown, unknown] })).map(
      (condition) => condition.text,
    );
    expect(texts).toContain("n === 0");
  });

  it("prefers what it is asked to", async () => {
    const rank = async (use: ConditionUse, sought: string) =>
      (await list("a.js", text, { use })).findIndex((condition) => condition.text === sought);
    expect(await rank({ preferred: "special" }, "n === 0")).toBeLessThan(
      await rank({ preferred: "special" }, "n !== 0"),
    );
    expect(await rank({ preferred: "usual" }, "n !== 0")).toBeLessThan(
      await rank({ preferred: "usual" }, "n === 0"),
    );
  });

  it("has nothing to ask outside of functions", async () => {
    const source = await parse("a.js", "const a = 1;\ng(a);\n");
    expect(listConditions(source.root, { source, names: collectNames(source) })).toEqual([]);
  });
});
