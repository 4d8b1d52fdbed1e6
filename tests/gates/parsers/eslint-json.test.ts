import { resolve } from "node:path";
import { expect, it } from "vitest";
import { parseEslintJson } from "../../../src/gates/parsers/eslint-json.ts";
import { findingsOf } from "../../helpers/findings-of.ts";
import { openLocalSandbox } from "../../helpers/local-sandbox.ts";

const links = { node_modules: resolve("node_modules") };
const config = 'export default [{ rules: { "no-unused-vars": "error", eqeqeq: "warn" } }];\n';
const place = { cwd: "/r/pkg", root: "/r" };

it("reads what ESLint prints: errors, warnings and files that do not parse", async () => {
  await using sandbox = await openLocalSandbox({
    files: {
      "eslint.config.mjs": config,
      "a b.js": "let used = 1;\nif (used == 2) { let spare = 3; }\n",
      "broken.js": "function ( {\n",
    },
    links,
  });
  const result = await sandbox.run({ command: ["eslint", "-f", "json", "."], timeoutMs: 30_000 });
  const findings = findingsOf(
    parseEslintJson({ text: result.stdout, cwd: sandbox.mountPath, root: sandbox.mountPath }),
  );
  expect(result.exitCode).toBe(1);
  expect(findings.map(({ file, line, rule, severity }) => [file, line, rule, severity])).toEqual([
    ["a b.js", 2, "eqeqeq", "warning"],
    ["a b.js", 2, "no-unused-vars", "error"],
    ["broken.js", 1, "parse-error", "error"],
  ]);
});

it("reads a clean run as no findings", async () => {
  await using sandbox = await openLocalSandbox({
    files: { "eslint.config.mjs": config, "a.js": "export const one = 1;\n" },
    links,
  });
  const { stdout } = await sandbox.run({ command: ["eslint", "-f", "json", "."], timeoutMs: 30_000 });
  expect(findingsOf(parseEslintJson({ text: stdout, ...place }))).toEqual([]);
});

it("refuses text that is empty, cut, wrapped in noise or of another shape", () => {
  const whole = JSON.stringify([
    {
      filePath: "/r/pkg/a.js",
      messages: [{ ruleId: "semi", severity: 2, message: "m", line: 3, column: 1 }],
      errorCount: 1,
      warningCount: 0,
    },
  ]);
  expect(findingsOf(parseEslintJson({ text: whole, ...place }))[0]?.file).toBe("pkg/a.js");
  const wrong = ["", whole.slice(0, -1), `> eslint .\n${whole}`, "{}", '[{"filePath":1}]', whole + whole];
  for (const text of wrong) expect(parseEslintJson({ text, ...place }).status).toBe("unreadable");
});

it("refuses a report that lists fewer findings than it counts", () => {
  const text = JSON.stringify([{ filePath: "/r/a.js", messages: [], errorCount: 2, warningCount: 0 }]);
  expect(parseEslintJson({ text, ...place })).toMatchObject({
    status: "unreadable",
    reason: expect.stringContaining("/r/a.js"),
  });
});
