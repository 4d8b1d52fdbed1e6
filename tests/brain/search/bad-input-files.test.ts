import { describe, expect, it } from "vitest";
import { nodeTestGate } from "../../helpers/node-test-gate.ts";
import { searchProject } from "../../helpers/search-task.ts";

const limits = { maxCandidates: 60, maxMs: null } as const;
const right = "function isAdult(age) {\n  return age >= 18;\n}\n";
/** Right but for one comparison; what is around it is the file's own business. */
const wrong = right.replace(">=", ">");
const tests = `import assert from "node:assert/strict";
import { test } from "node:test";
import ages from "./ages.cjs";
test("at eighteen", () => assert.equal(ages.isAdult(18), true));
test("before", () => assert.equal(ages.isAdult(17), false));
test("later", () => assert.equal(ages.isAdult(30), true));
`;
const exported = "module.exports = { isAdult };\n";

/** Searches a project of ages.cjs with files around it; gives the first proposal's whole content of ages.cjs. */
async function mend(code: string, around: Readonly<Record<string, string>> = {}) {
  const files = { "ages.cjs": code, "ages.test.mjs": tests, "package.json": "{}", ...around };
  const { proposals, end, status } = await searchProject({ files, gate: nodeTestGate, limits });
  expect(status).toBe("");
  return { content: proposals[0]?.edits.find(({ path }) => path === "ages.cjs")?.content, proposals, end };
}

describe("the search brain keeps every byte outside of its edit", () => {
  it.each<[string, (code: string) => string]>([
    [
      "a hashbang, a directive, carriage returns and characters of four bytes",
      (code) => `#!/usr/bin/env node\n"use strict";\n// 🌙🌙 𝒳 ü\n${code}`.replaceAll("\n", "\r\n"),
    ],
    [
      "a byte order mark, a source map that is not there and no last newline",
      (code) => `\uFEFF${code}//# sourceMappingURL=ages.cjs.map`,
    ],
    [
      "mixed line ends, tabs and blanks at ends",
      (code) => `${code.replaceAll("  ", "\t")}\r\n// end \t\n\n\n`,
    ],
  ])(
    "with %s",
    async (_, dress) => {
      const { content } = await mend(dress(wrong + exported));
      expect(content).toBe(dress(right + exported));
    },
    60_000,
  );
});

describe("the search brain works beside what it cannot read", () => {
  it("mends one file although another does not parse, and one is a megabyte", async () => {
    const row = (at: number) => `  { id: ${at}, name: "row ${at}", on: ${at % 2 === 0} },`;
    const rows = Array.from({ length: 20_000 }, (_, at) => row(at)).join("\n");
    const around = {
      "broken.js": "export function (((\n",
      "broken.py": "def f(:\n",
      "rows.cjs": `"use strict";\nmodule.exports = [\n${rows}\n];\n`,
      "view.jsx":
        "export const View = () => <p onClick={() => 1}>{[1].map((n) => <b key={n}>{n}</b>)}</p>;\n",
      "entity.ts":
        "@sealed\nexport class Entity { @field() name!: string; constructor(private id: number) {} }\n",
      "types.ts": 'export interface A { readonly b: string }\nexport type C = A["b"] | null;\n',
    };
    const code = `const rows = require("./rows.cjs");\n${wrong}module.exports = { isAdult, rows };\n`;
    const { content } = await mend(code, around);
    expect(content).toBe(code.replace(wrong, right));
  }, 60_000);

  it("says why where the file with the bug does not parse, or is minified", async () => {
    const broken = await mend(`${wrong}${exported}}}}\n`);
    expect(broken.proposals).toEqual([]);
    expect(broken.end).toMatchObject({ tried: 0, reason: expect.stringMatching(/ages\.cjs/) });
    const many = Array.from({ length: 400 }, (_, at) => `function f${at}(a,b){return a>b?a-${at}:b}`).join(
      "",
    );
    const { end } = await mend(`${many}function isAdult(a){return a>18}module.exports={isAdult};`);
    expect(end).toMatchObject({
      status: "unsuited",
      reason: expect.stringMatching(/ages\.cjs: .*minified/),
    });
  }, 60_000);

  it("mends TypeScript with types alone and generic code, and leaves the types", async () => {
    const code = `import type { Age } from "./types.ts";
export type Check<T extends Age> = (age: T) => boolean;
export const isAdult: Check<number> = <T extends Age>(age: T): boolean => (age as number) > 18;
`;
    const files = {
      "ages.ts": code,
      "types.ts": "export type Age = number;\nexport interface Named { readonly name: string }\n",
      "ages.test.ts": tests.replace('import ages from "./ages.cjs"', 'import * as ages from "./ages.ts"'),
      "package.json": '{ "type": "module" }',
    };
    const { proposals } = await searchProject({ files, gate: nodeTestGate, limits });
    expect(proposals[0]?.edits).toMatchObject([{ path: "ages.ts", content: code.replace("> 18", ">= 18") }]);
  }, 60_000);
});
