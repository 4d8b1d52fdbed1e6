import { describe, expect, it } from "vitest";
import { countDuplicates } from "../../../src/methods/score/count-duplicates.ts";
import { measureEdits } from "../../../src/methods/score/measure-edits.ts";
import { createSourceParser } from "../../../src/syntax/parse-source.ts";

const parser = createSourceParser();
const base =
  "export function f(list) {\n  return list.length > 0;\n}\nexport function g(a) {\n  return a;\n}\n";

function measure(content: string | null, path = "a.js") {
  const readBase = async (asked: string) => (asked === path ? base : null);
  return measureEdits([{ path, mode: "100644", content }], { parser, readBase });
}

describe("measureEdits", () => {
  it("counts one replaced line as one function that is no more complex", async () => {
    expect(await measure(base.replace("> 0", ">= 0"))).toEqual({
      ...{ files: 1, addedLines: 1, removedLines: 1, longLines: 0, functions: 1 },
      ...{ complexityGrowth: 0, nestingGrowth: 0, newNames: 0, terseNames: 0, duplicatedLines: 0 },
    });
  });

  it("counts what grows: decisions, nesting, new names, long lines", async () => {
    const grown = `  const q = list.filter(Boolean);\n  for (const i of q) {\n    if (i) return ${"true && ".repeat(12)}q;\n  }\n  return false;`;
    const measures = await measure(base.replace("  return list.length > 0;", grown));
    expect(measures).toMatchObject({
      complexityGrowth: 14,
      nestingGrowth: 2,
      newNames: 2,
      terseNames: 1,
      longLines: 1,
    });
  });

  it("takes what a removed function was worth off again", async () => {
    const measures = await measure(base.slice(0, base.indexOf("export function g")));
    expect(measures).toMatchObject({ functions: 1, complexityGrowth: -1, removedLines: 3, addedLines: 0 });
  });

  it("measures lines alone where there is no grammar", async () => {
    expect(await measure(`${base}more\n`, "a.rb")).toMatchObject({
      addedLines: 1,
      functions: 0,
      complexityGrowth: 0,
    });
  });

  it("takes a deleted file for removed lines", async () => {
    expect(await measure(null)).toMatchObject({ addedLines: 0, removedLines: 6, functions: 2 });
  });
});

describe("countDuplicates", () => {
  const block = "const one = load(a);\nconst two = parse(one);\nreturn render(two);\n";

  it("finds a block that stands there twice, indented otherwise", () => {
    expect(countDuplicates(`${block}other();\nthings();\n${block.replaceAll(/^/gm, "    ")}`)).toBe(3);
  });

  it.each([
    ["one copy", block],
    ["two lines that are alike", "first(a);\nsecond(b);\nthird(c);\nfirst(a);\nsecond(b);\nfourth(d);\n"],
    ["brackets", "}\n}\n}\n)\n}\n}\n}\n)\n"],
  ])("says nothing of %s", (_title, text) => {
    expect(countDuplicates(text)).toBe(0);
  });
});
