import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { type SearchInput, searchProject } from "../../helpers/search-task.ts";

const modules = resolve(import.meta.dirname, "../../../node_modules");
const bin = (name: string) => join(modules, ".bin", name);

const eslint: SearchInput["gate"] = {
  kind: "lint",
  format: "eslint-json",
  report: "{report}",
  command: [bin("eslint"), "--format=json", "--output-file={report}", "."],
};
const config =
  'export default [{ rules: { "prefer-const": "error", eqeqeq: "error", "no-var": "error" } }];\n';

describe("search on findings", () => {
  it("applies the linter's own fixer first, and keeps every other byte", async () => {
    const files = {
      "package.json": '{"type":"module"}',
      "eslint.config.js": config,
      "src/a.js": "\uFEFFlet one = 1;\r\nexport const two =   one + one;\r\n",
    };
    const editable = (path: string) => path.startsWith("src/");
    const gate = { ...eslint, fix: [bin("eslint"), "--fix", "{file}"] };
    const { proposals, status } = await searchProject({ files, gate, editable });
    expect(proposals).toEqual([
      {
        edits: [
          {
            path: "src/a.js",
            mode: "100644",
            content: "\uFEFFconst one = 1;\r\nexport const two =   one + one;\r\n",
          },
        ],
        summary: "apply the fixer of gate to src/a.js",
        origin: "linter-fix",
      },
    ]);
    expect(status).toBe("");
  });

  it("refuses a fixer that writes to other files, and changes the finding's line itself", async () => {
    const files = {
      "package.json": '{"type":"module"}',
      "eslint.config.js": config,
      "fix.sh": '#!/bin/sh\necho "// fixed" > src/b.js\nsed -i "s/==/===/" "$1"\n',
      "src/a.js": "export const isOne = (n) => n == 1;\n",
      "src/b.js": "export const b = 1;\n",
    };
    const editable = (path: string) => path.startsWith("src/");
    const gate = { ...eslint, fix: ["sh", "fix.sh", "{file}"] };
    const { proposals } = await searchProject({ files, gate, editable });
    expect(proposals[0]?.origin).not.toBe("linter-fix");
    expect(proposals[0]?.edits).toEqual([
      { path: "src/a.js", mode: "100644", content: "export const isOne = (n) => n === 1;\n" },
    ]);
  });

  it("edits only the finding's line for a lint item, and knows when it is at its end", async () => {
    const files = {
      "package.json": '{"type":"module"}',
      "eslint.config.js": 'export default [{ rules: { "no-debugger": "error" } }];\n',
      "src/a.js": "export const a = 1 + 2;\nexport function f() {\n  debugger;\n  return a;\n}\n",
    };
    const editable = (path: string) => path.startsWith("src/");
    const { proposals, end } = await searchProject({ files, gate: eslint, editable, proposals: 99 });
    expect(proposals.length).toBeGreaterThan(0);
    for (const { edits } of proposals) expect(edits[0]?.content).toContain("export const a = 1 + 2;");
    expect(end?.status).toBe("exhausted");
  });

  it("mends a type error by the whole type check", async () => {
    const files = {
      "package.json": '{"type":"module"}',
      "tsconfig.json":
        '{"compilerOptions":{"strict":true,"noEmit":true,"lib":["es2022"],"types":[]},"include":["src"]}',
      "src/a.ts":
        "export function first(list: readonly string[], at: number): string | undefined {\n  return list[list];\n}\n",
    };
    const { proposals, end } = await searchProject({
      files,
      gate: { kind: "typecheck", format: "tsc", command: [bin("tsc"), "--noEmit", "--pretty", "false"] },
    });
    expect(proposals[0]?.edits[0]?.content, JSON.stringify(end)).toContain("list[at]");
  });
});
