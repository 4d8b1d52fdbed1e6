import { expect, it } from "vitest";
import { type MutationDeps, measureMutants } from "../../../src/campaign/mutants/measure-mutants.ts";
import { completeGate } from "../../../src/config/gate-defaults.ts";
import { createSourceParser } from "../../../src/syntax/parse-source.ts";
import { openLocalSandbox } from "../../helpers/local-sandbox.ts";

const source = `export function half(value) {
  if (value < 0) return 0;
  return value / 2;
}
export const unused = (value) => value - 1;
`;
/** Prints TAP by itself: nothing is to be started, and nothing can be kept warm. */
const tests = (value: number, expected: number) => `import { half } from "./half.mjs";
const isGood = half(${value}) === ${expected};
console.log(\`\${isGood ? "ok" : "not ok"} 1 - halves\\n1..1\`);
process.exitCode = isGood ? 0 : 1;
`;
const gate = completeGate({
  ...{ name: "unit", kind: "tests", command: "node {file}", files: ["*.test.mjs"], format: "tap" },
});

async function measure(files: Readonly<Record<string, string>>) {
  const opened: string[] = [];
  const trackedFiles = Object.keys(files);
  const listed = trackedFiles.map((path) => ({ path, mode: "100644" as const, hash: "0", sizeBytes: 1 }));
  const deps: MutationDeps = {
    clock: { elapsedMs: () => performance.now() },
    git: { listFiles: async () => listed as never },
    parser: createSourceParser(),
    signal: new AbortController().signal,
    openSandbox: async (name) => {
      opened.push(name);
      return openLocalSandbox({ files });
    },
    onProgress: () => {},
  };
  const sources = trackedFiles.filter((path) => !path.includes("test"));
  const report = await measureMutants({ spec: gate, sources, trackedFiles, seed: 1, max: 400 }, deps);
  return { report, opened };
}

it("runs each fault against the test files that go through it alone, and those that nothing goes through not at all", async () => {
  const { report, opened } = await measure({
    ...{ "half.mjs": source, "broken.mjs": "export function (", "a.test.mjs": tests(8, 4) },
    "b.test.mjs": 'console.log("ok 1 - nothing\\n1..1");\n',
  });
  const of = (line: number) => report.tried.filter(({ mutant }) => mutant.line === line);
  expect(of(3).length).toBeGreaterThan(0);
  expect(of(3).every(({ reaching }) => reaching.join() === "a.test.mjs")).toBe(true);
  expect(of(3).some(({ end }) => end === "killed")).toBe(true);
  expect(of(2).some(({ end, mutant }) => end === "survived" && mutant.operator === "comparison")).toBe(true);
  expect(report.skipped).toMatchObject([{ path: "broken.mjs" }]);
  expect(report).toMatchObject({ gate: "unit", files: ["half.mjs"], way: { kind: "plain" } });
  expect(report.tried).toHaveLength(report.found);
  expect(opened).toEqual(["base", "second"]);
}, 60_000);

it("refuses a base that fails, by the test, and one that gives no evidence", async () => {
  await expect(measure({ "half.mjs": source, "a.test.mjs": tests(8, 5) })).rejects.toMatchObject({
    ...{ code: "BASE_RED", message: expect.stringContaining("a.test.mjs: halves") },
  });
  await expect(measure({ "half.mjs": source, "a.test.mjs": "throw new Error();" })).rejects.toMatchObject({
    code: "BASE_WITHOUT_EVIDENCE",
  });
});
