import { describe, expect, it } from "vitest";
import { operators } from "../../src/operators/registry.ts";
import { allCases } from "./cases/all.ts";
import { findingCases } from "./cases/findings.ts";
import { findEdits, mend, parse } from "./mend.ts";

/** Deleting and swapping statements has nothing to do with what statements are. */
const blind = new Set(["statement-deletion", "statement-order"]);

describe("operators", () => {
  const mended = allCases.flatMap((row) => ("fix" in row ? [row] : []));
  const left = allCases.flatMap((row) => ("text" in row ? [row] : []));

  it.each(mended)("$operator mends $path: $bug", async ({ operator, path, bug, fix }) => {
    expect(await mend(operator, path, bug)).toContain(fix);
  });

  it.each(left)("$operator leaves $path alone: $text", async ({ operator, path, text }) => {
    expect(await mend(operator, path, text)).toEqual([]);
  });

  it("has names of their own, priors and a case for every operator in every family of languages", () => {
    expect(new Set(operators.map(({ name }) => name)).size).toBe(operators.length);
    const followers = new Set(findingCases.map(([operator]) => operator));
    for (const { name, languages, prior } of operators) {
      expect(prior > 0 && prior <= 1, name).toBe(true);
      if (followers.has(name)) continue;
      const paths = mended.filter((row) => row.operator === name).map(({ path }) => path);
      const isScript = languages.some((language) => language !== "python");
      if (isScript) expect(paths.filter((path) => /\.[jt]sx?$/.test(path)).length, name).toBeGreaterThan(0);
      if (languages.includes("python")) expect(paths, name).toContain("a.py");
    }
  });

  it("gives edits that parse, with weights above 0 and at most 1", async () => {
    let edits = 0;
    for (const { operator, path, bug } of mended) {
      for (const { weight } of await findEdits(operator, path, bug)) {
        expect(weight > 0 && weight <= 1, `${operator}: ${weight}`).toBe(true);
      }
      for (const text of await mend(operator, path, bug)) {
        edits += 1;
        await parse(path, text);
      }
    }
    expect(edits).toBeGreaterThan(mended.length);
  });

  it("keeps byte order mark, hashbang and CRLF outside of the edit", async () => {
    const text =
      "\uFEFF#!/usr/bin/env node\r\nfunction f(l) {\r\n  const o = [];\r\n  for (const x of l) { o.push(x); }\r\n}\r\n";
    const fixed = await mend("missing-return", "a.js", text);
    expect(fixed).toContain(text.replace("; }\r\n}", "; }\r\n  return o;\r\n}"));
  });

  it("leaves imports, types, docstrings and directives alone", async () => {
    const script = 'import { a } from "./a.js";\n"use strict";\ntype T = 1 | 2;\nlet x: Map<1, 2>;\n';
    const python = '"""doc"""\nfrom a import b\n\ndef f():\n    "more"\n';
    for (const { name, languages } of operators) {
      if (blind.has(name)) continue;
      if (languages.includes("typescript")) expect(await mend(name, "a.ts", script), name).toEqual([]);
      if (languages.includes("python")) expect(await mend(name, "a.py", python), name).toEqual([]);
    }
  });
});
