import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { CanaryProject } from "../../helpers/canary-projects.ts";
import { runWithCanary } from "../../helpers/run-with-canary.ts";

const links = { node_modules: resolve("node_modules") };
const pythonMode = 'import os\n\nMODE = os.environ.get("SOME_MODE", "none")\n';
const pythonTest = (head: string, test: string) => `import os\n${head}\n${test}\n`;

/** Tests that set something up before they load the changed module, which reads it once, as it is loaded. */
const projects: Readonly<Record<string, CanaryProject>> = {
  mocha: {
    command: "mocha",
    source: "lib/mode.js",
    links,
    files: {
      "lib/mode.js": 'exports.mode = process.env.SOME_MODE ?? "none";\n',
      "test/mode.js":
        'const assert = require("assert");\ndescribe("mode", () => {\n  it("is read once", () => {\n    process.env.SOME_MODE = "late";\n    assert.equal(require("../lib/mode").mode, "late");\n  });\n});\n',
    },
  },
  pytest: {
    command: "python3 -m pytest",
    source: "mode.py",
    needs: ["python3", "-m", "pytest", "--version"],
    files: {
      "conftest.py": "",
      "mode.py": pythonMode,
      "test_mode.py": pythonTest(
        "",
        'def test_mode(monkeypatch):\n    monkeypatch.setenv("SOME_MODE", "late")\n    import mode\n    assert mode.MODE == "late"',
      ),
    },
  },
  unittest: {
    command: "python3 -m unittest",
    source: "mode.py",
    files: {
      "mode.py": pythonMode,
      "test_mode.py": pythonTest(
        "import unittest",
        'class TestMode(unittest.TestCase):\n    def test_mode(self):\n        os.environ["SOME_MODE"] = "late"\n        import mode\n        self.assertEqual(mode.MODE, "late")',
      ),
    },
  },
};

describe.each(Object.entries(projects))("%s", (name, project) => {
  const isMissing =
    project.needs !== undefined && spawnSync(project.needs[0], project.needs.slice(1)).status !== 0;
  if (isMissing) console.warn(`skipped: ${name} needs ${project.needs?.join(" ")}`);

  it.skipIf(isMissing)("loads nothing ahead of the tests", async () => {
    const { base, result, verdict } = await runWithCanary(project);
    expect(base.reason).toBe("1 passed, 0 failed");
    expect(verdict).toEqual({ status: "seen" });
    expect(result).toMatchObject({ status: "passed", reason: "1 passed, 0 failed" });
  });
});
