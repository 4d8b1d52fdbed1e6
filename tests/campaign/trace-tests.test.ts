import { resolve } from "node:path";
import { expect, it } from "vitest";
import { canTrace, traceTests } from "../../src/campaign/strength/trace-tests.ts";
import type { GateSpec } from "../../src/domain/gate.ts";
import { buildGateDeps, buildSpec } from "../helpers/gate-fixtures.ts";
import { openLocalSandbox } from "../helpers/local-sandbox.ts";

const links = { node_modules: resolve(import.meta.dirname, "../../node_modules") };
const script = "function used(a) {\n  return a;\n}\nfunction unused() {\n  return 2;\n}\n";
const typed = `interface A {\n  x: number;\n}\nexport ${script.replace("(a)", "(a: A): A")}`;

async function trace(
  runner: NonNullable<GateSpec["runner"]>,
  command: string,
  files: Readonly<Record<string, string>>,
  [source, test]: readonly [string, string],
) {
  await using sandbox = await openLocalSandbox({ files, links });
  const spec = buildSpec({ kind: "tests", command, only: `${command} {file}`, runner, format: "tap" });
  const trackedFiles = Object.keys(files);
  expect(canTrace(spec, [source])).toBe(true);
  const input = { spec, sandbox, trackedFiles, sources: [source] };
  return { ...(await traceTests(test, input, buildGateDeps(trackedFiles))), sandbox };
}

it.each([
  [
    "vitest",
    "vitest run",
    {
      "a.ts": typed,
      "a.test.ts": `import { it } from "vitest";\nimport { used } from "./a.ts";\nit("a", () => void used({ x: 1 }));\n`,
    },
    ["a.ts", "a.test.ts"],
  ],
  [
    "jest",
    "jest",
    {
      "a.js": `${script}module.exports = { used };\n`,
      "a.test.js": `const { used } = require("./a.js");\ntest("a", () => used(1));\n`,
      "package.json": "{}",
    },
    ["a.js", "a.test.js"],
  ],
] as const)(
  "sees which functions %s calls, though it translates them",
  async (runner, command, files, paths) => {
    const { functions, lines } = await trace(runner, command, files, paths);
    expect(functions.get(paths[0])?.has("used")).toBe(true);
    expect(functions.get(paths[0])?.has("unused")).toBe(false);
    expect(lines.size).toBe(0);
  },
);

it.each([
  [
    "node-test",
    "node --test",
    {
      "a.ts": typed,
      "a.test.ts": `import { it } from "node:test";\nimport { used } from "./a.ts";\nit("a", () => void used({ x: 1 }));\n`,
    },
    ["a.ts", "a.test.ts"],
    [5, 8],
  ],
  [
    "pytest",
    "python3 -m pytest",
    {
      "a.py": "def used(a):\n    return a\n\ndef unused():\n    return 2\n",
      "test_a.py": "from a import used\n\ndef test_a():\n    assert used(1) == 1\n",
    },
    ["a.py", "test_a.py"],
    [2, 5],
  ],
] as const)("sees which lines %s goes through", async (runner, command, files, paths, [used, unused]) => {
  const { lines } = await trace(runner, command, files, paths);
  expect(lines.get(paths[0])?.has(used)).toBe(true);
  expect(lines.get(paths[0])?.has(unused)).toBe(false);
});

it("says where nothing can be traced", () => {
  expect(canTrace(buildSpec({ kind: "tests", command: "go test", runner: "go" }), ["a.go"])).toBe(false);
  expect(canTrace(buildSpec({ kind: "tests", command: "sh check.sh" }), ["a.txt"])).toBe(false);
});
