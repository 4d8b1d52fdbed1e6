import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { parseMypy } from "../../../src/gates/parsers/mypy.ts";
import { findingsOf } from "../../helpers/findings-of.ts";
import { openLocalSandbox } from "../../helpers/local-sandbox.ts";

const place = { cwd: "/r", root: "/r" };
const hasMypy = spawnSync("mypy", ["--version"]).status === 0;
if (!hasMypy) console.warn("skipped: mypy is not installed (apt-get install mypy)");

it.skipIf(!hasMypy)("reads what mypy prints, with and without columns and pretty excerpts", async () => {
  await using sandbox = await openLocalSandbox({
    files: {
      "pkg/a.py": 'def f(x: int) -> str:\n    return x\n\nf("no")\nreveal_type(f)\n',
      "pkg/ok.py": "x: int = 1\n",
    },
  });
  for (const flags of [[], ["--show-column-numbers"], ["--pretty"], ["--show-error-end"]]) {
    const { stdout } = await sandbox.run({ command: ["mypy", ...flags, "pkg/a.py"], timeoutMs: 60_000 });
    const findings = findingsOf(parseMypy({ text: stdout, cwd: sandbox.mountPath, root: sandbox.mountPath }));
    expect(findings.map(({ file, line, rule }) => [file, line, rule])).toEqual([
      ["pkg/a.py", 2, "return-value"],
      ["pkg/a.py", 4, "arg-type"],
    ]);
    expect(findings[1]?.message).toBe('Argument 1 to "f" has incompatible type "str"; expected "int"');
  }
  const clean = await sandbox.run({ command: ["mypy", "pkg/ok.py"], timeoutMs: 60_000 });
  expect(findingsOf(parseMypy({ text: clean.stdout, ...place }))).toEqual([]);
});

it("reads rules, notes and files without a line", () => {
  const text = [
    'a.py:2: error: Incompatible return value type (got "int", expected "str")  [return-value]',
    "a.py:2: note: See https://example.org",
    "b.py: error: Source file found twice under different module names",
    "Found 2 errors in 2 files (errors prevented further checking)",
    "",
  ].join("\n");
  expect(findingsOf(parseMypy({ text, ...place }))).toEqual([
    expect.objectContaining({ file: "a.py", line: 2, rule: "return-value" }),
    expect.objectContaining({ file: "b.py", line: 1, rule: "" }),
  ]);
});

it("refuses output without its closing line, with another count, and other text", () => {
  const line = "a.py:2: error: Incompatible  [assignment]\n";
  const closing = "Found 2 errors in 1 file (checked 1 source file)\n";
  for (const text of [
    "",
    line,
    line + closing,
    "Traceback (most recent call last):\n",
    `${line}${line}rubbish`,
  ]) {
    expect(parseMypy({ text, ...place }).status).toBe("unreadable");
  }
  expect(findingsOf(parseMypy({ text: line + line + closing, ...place }))).toHaveLength(2);
});
