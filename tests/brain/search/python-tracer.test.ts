import { existsSync, readdirSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { pythonTracer } from "../../../src/brain/search/locate/python-tracer.ts";
import { openLocalSandbox } from "../../helpers/local-sandbox.ts";

/** Every Python that pyenv has, so that both ways to trace are tested where they can be. */
const versions = join(homedir(), ".pyenv/versions");
const pythons = existsSync(versions)
  ? readdirSync(versions)
      .filter((version) => /^3\.(?:[89]|\d\d)\./.test(version))
      .map((version) => join(versions, version, "bin/python3"))
      .filter((path) => existsSync(path))
  : ["python3"];
if (pythons.length < 2) console.warn("only one Python is tested: pyenv has no others");

const files = {
  "app.py":
    "LIMIT = 3\n\n\ndef small(n):\n    if n < LIMIT:\n        return True\n    return False\n\n\ndef other():\n    return 1\n",
  "test_app.py":
    "import unittest\nimport app\n\n\nclass T(unittest.TestCase):\n    def test_small(self):\n        self.assertTrue(app.small(1))\n\n    def test_large(self):\n        self.assertTrue(app.small(5))\n",
};

describe("pythonTracer", () => {
  it.each(pythons)("tells which lines each unittest test goes through, with %s", async (python) => {
    await using sandbox = await openLocalSandbox({ files });
    const folder = join(sandbox.outDir, "trace");
    await mkdir(folder);
    const gate = { env: {} } as Parameters<typeof pythonTracer.buildEnvironment>[1]["gate"];
    const env = pythonTracer.buildEnvironment(folder, { gate, sandbox });
    const run = await sandbox.run({
      command: [python, "-m", "unittest", "test_app"],
      env,
      timeoutMs: 30_000,
    });
    expect(run.stderr).toContain("FAILED (failures=1)");
    const traces = await pythonTracer.read(folder, { sandbox, editableFiles: ["app.py"] });
    const seen = traces.map(({ test, status, lines }) => ({
      test,
      status,
      lines: [...(lines.get("app.py") ?? [])].toSorted((a, b) => a - b),
    }));
    const [large, small] = seen;
    expect(large).toMatchObject({ test: "test_app.T.test_large", status: "failed" });
    expect(small).toMatchObject({ test: "test_app.T.test_small", status: "passed" });
    expect(large?.lines.filter((line) => line >= 5)).toEqual([5, 7, 10]);
    expect(small?.lines.filter((line) => line >= 5)).toEqual([5, 6, 10]);
    // What ran at import belongs to every test.
    expect(large?.lines).toContain(1);
  });

  it("reads what is there of a torn trace", async () => {
    await using sandbox = await openLocalSandbox({ files });
    const folder = join(sandbox.outDir, "trace");
    await mkdir(folder);
    const good = JSON.stringify({
      test: "a.b",
      status: "passed",
      files: { [`${sandbox.mountPath}/app.py`]: [5] },
    });
    const { writeFile } = await import("node:fs/promises");
    await writeFile(join(folder, "trace-1.jsonl"), `${good}\n{"test": "a.c", "sta`);
    const traces = await pythonTracer.read(folder, { sandbox, editableFiles: ["app.py"] });
    expect(traces).toEqual([{ test: "a.b", status: "passed", lines: new Map([["app.py", new Set([5])]]) }]);
    expect(await pythonTracer.read(join(folder, "gone"), { sandbox, editableFiles: ["app.py"] })).toEqual([]);
  });
});
