import { expect, it } from "vitest";
import { parseTsc } from "../../../src/gates/parsers/tsc.ts";
import { findingsOf } from "../../helpers/findings-of.ts";
import { openLocalSandbox } from "../../helpers/local-sandbox.ts";

const place = { cwd: "/r", root: "/r" };

it("reads what the compiler prints, continuation lines and paths with brackets included", async () => {
  await using sandbox = await openLocalSandbox({
    files: {
      "app/[id] (x).ts":
        "export const a: string = 1;\n\nexport const b: { c: { d: string } } = { c: { d: 1 } };\nexport const f: (x: string) => void = (x: number) => {};\n",
    },
  });
  const result = await sandbox.run({
    command: ["tsc", "--noEmit", "--pretty", "false", "--strict", "[id] (x).ts"],
    cwd: "app",
    timeoutMs: 60_000,
  });
  const cwd = `${sandbox.mountPath}/app`;
  const findings = findingsOf(parseTsc({ text: result.stdout, cwd, root: sandbox.mountPath }));
  expect(result.stdout).toContain("\n  ");
  expect(findings.map(({ file, line, rule }) => [file, line, rule])).toEqual([
    ["app/[id] (x).ts", 1, "TS2322"],
    ["app/[id] (x).ts", 3, "TS2322"],
    ["app/[id] (x).ts", 4, "TS2322"],
  ]);
});

it("reads an error of the whole project as a finding without a file", async () => {
  await using sandbox = await openLocalSandbox({ files: {} });
  const { stdout } = await sandbox.run({ command: ["tsc", "--noEmit", "--nonsense"], timeoutMs: 60_000 });
  expect(findingsOf(parseTsc({ text: stdout, ...place }))).toEqual([
    expect.objectContaining({ file: "", line: 1, rule: "TS5023", severity: "error" }),
  ]);
});

it("passes over what npm prints ahead of a script, and refuses every other line", () => {
  expect(findingsOf(parseTsc({ text: "\n> a@1.0.0 types\n> tsc\n\n", ...place }))).toEqual([]);
  expect(parseTsc({ text: "a.ts:1:7 - error TS2322: Type", ...place }).status).toBe("unreadable");
  const crash = parseTsc({ text: "node:internal/modules/cjs/loader:1228\n  throw err;", ...place });
  expect(crash).toMatchObject({ status: "unreadable", excerpt: expect.stringContaining("throw err") });
});
