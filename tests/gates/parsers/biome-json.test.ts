import { expect, it } from "vitest";
import { parseBiomeJson } from "../../../src/gates/parsers/biome-json.ts";
import { findingsOf } from "../../helpers/findings-of.ts";
import { openLocalSandbox } from "../../helpers/local-sandbox.ts";

const place = { cwd: "/r", root: "/r" };

it.each(["lint", "check", "ci"])("reads what biome %s prints", async (command) => {
  await using sandbox = await openLocalSandbox({
    files: {
      "biome.json": '{ "formatter": { "indentStyle": "space" } }\n',
      "pkg/a.js": "export function f(a) {\n  if (a == 2) return 1;\n  debugger;\n}\n",
    },
  });
  const { stdout } = await sandbox.run({
    command: ["biome", command, "--reporter=json", "pkg"],
    timeoutMs: 30_000,
  });
  const findings = findingsOf(
    parseBiomeJson({ text: stdout, cwd: sandbox.mountPath, root: sandbox.mountPath }),
  );
  expect(findings).toContainEqual(
    expect.objectContaining({
      file: "pkg/a.js",
      line: 3,
      rule: "lint/suspicious/noDebugger",
      severity: "error",
    }),
  );
  expect(findings).toContainEqual(
    expect.objectContaining({ file: "pkg/a.js", line: 2, rule: "lint/suspicious/noDoubleEquals" }),
  );
});

it("places formatting findings on the first line and passes hints over", () => {
  const text = JSON.stringify({
    summary: { errors: 1, warnings: 0 },
    diagnostics: [
      {
        severity: "error",
        message: "m",
        category: "format",
        location: { path: "a.js", start: { line: 0, column: 0 } },
      },
      { severity: "information", message: "i", category: "lint/x", location: null },
    ],
    command: "check",
  });
  expect(findingsOf(parseBiomeJson({ text: `\u001b[0m${text}`, ...place }))).toEqual([
    { file: "a.js", line: 1, rule: "format", message: "m", severity: "error" },
  ]);
});

it("refuses a report that leaves diagnostics out, and one that was cut", () => {
  const summary = { errors: 3, warnings: 0 };
  const short = JSON.stringify({ summary, diagnostics: [], command: "lint" });
  expect(parseBiomeJson({ text: short, ...place })).toMatchObject({
    status: "unreadable",
    reason: expect.stringContaining("--max-diagnostics"),
  });
  const hidden = { errors: 0, warnings: 0, diagnosticsNotPrinted: 4 };
  const hiding = JSON.stringify({ summary: hidden, diagnostics: [], command: "lint" });
  expect(parseBiomeJson({ text: hiding, ...place }).status).toBe("unreadable");
  expect(parseBiomeJson({ text: short.slice(0, 40), ...place }).status).toBe("unreadable");
});
