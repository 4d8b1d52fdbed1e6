import { resolve } from "node:path";
import { expect, it } from "vitest";
import type { GateSpec } from "../../src/domain/gate.ts";
import { runGate } from "../../src/gates/run-gate.ts";
import { buildGateDeps, buildSpec } from "../helpers/gate-fixtures.ts";
import { openLocalSandbox } from "../helpers/local-sandbox.ts";

async function run(spec: GateSpec, files: Readonly<Record<string, string>>) {
  await using sandbox = await openLocalSandbox({ files, links: { node_modules: resolve("node_modules") } });
  return await runGate({ spec, sandbox }, buildGateDeps(Object.keys(files)));
}
const print = (text: string, exitCode: number) =>
  buildSpec({
    kind: "lint",
    format: "line-column",
    command: ["sh", "-c", `printf '${text}'; exit ${exitCode}`],
  });

it("runs a real linter and gives each finding the text of its line", async () => {
  const spec = buildSpec({ kind: "lint", format: "eslint-json", command: "eslint -f json src" });
  const config = 'export default [{ rules: { eqeqeq: "error" } }];\n';
  const result = await run(spec, {
    "eslint.config.mjs": config,
    "src/a.js": "let a = 1;\r\n  if (a == 2) a = 3;\r\n",
  });
  expect(result).toMatchObject({ status: "failed", exitCode: 1, reason: "1 finding" });
  expect(result.findings).toMatchObject([{ file: "src/a.js", line: 2, lineText: "  if (a == 2) a = 3;" }]);
  const clean = await run(spec, { "eslint.config.mjs": config, "src/a.js": "let a = 1;\n" });
  expect(clean).toMatchObject({ status: "passed", findings: [], reason: "0 findings" });
});

it("runs a real type checker", async () => {
  const spec = buildSpec({
    kind: "typecheck",
    format: "tsc",
    command: ["tsc", "--noEmit", "--pretty", "false", "a.ts"],
  });
  const result = await run(spec, { "a.ts": "export const a: string = 1;\n" });
  expect(result).toMatchObject({
    status: "failed",
    findings: [{ rule: "TS2322", lineText: "export const a: string = 1;" }],
  });
});

it.each([
  ["errors with exit code 0", "a.js:1:1: error: no\\n", 0, "the exit code is 0"],
  ["no finding with exit code 3", "all good\\n", 3, "the exit code is 3"],
  ["output that it cannot read", "a.js(1,2): error: no\\n", 1, "unreadable line-column report"],
])("is an error for %s", async (_, text, exitCode, reason) => {
  expect(await run(print(text, exitCode), { "a.js": "x\n" })).toMatchObject({
    status: "error",
    reason: expect.stringContaining(reason),
  });
});

it("passes warnings with the tool's clean exit code, and lists them", async () => {
  const result = await run(print("a.js:1:1: warning: hm\\n", 0), { "a.js": "x\n" });
  expect(result).toMatchObject({ status: "passed", findings: [{ severity: "warning", lineText: "x" }] });
});

it("reads what compilers print to standard error", async () => {
  const command = ["sh", "-c", "echo './a.go:1:1: no' >&2; exit 2"];
  const result = await run(buildSpec({ kind: "lint", format: "line-column", command }), {
    "a.go": "package a\n",
  });
  expect(result).toMatchObject({ status: "failed", findings: [{ file: "a.go", lineText: "package a" }] });
});

it("lets the message stand for a line that is not there", async () => {
  const result = await run(print("a.js:99:1: error: one\\n/usr/x.h:1:1: error: two\\n", 1), {
    "a.js": "x\n",
  });
  expect(result.findings.map(({ lineText }) => lineText)).toEqual(["two", "one"]);
});

it("is an error when the format is for tests", async () => {
  const spec = buildSpec({ kind: "tests", format: "line-column", command: "true" });
  expect((await run(spec, {})).reason).toContain("findings, not tests");
});
