import { access, readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { GateSpec } from "../../src/domain/gate.ts";
import type { JudgementDefence } from "../../src/domain/judgement-defence.ts";
import type { GateRun } from "../../src/gates/gate-context.ts";
import { runGate } from "../../src/gates/run-gate.ts";
import { buildGateDeps, buildSpec } from "../helpers/gate-fixtures.ts";
import { openLocalSandbox } from "../helpers/local-sandbox.ts";

const nodeTest = [
  "node",
  "--test",
  "--test-reporter={support}/node-test-reporter.mjs",
  "--test-reporter-destination={report}",
];
const realSpec = buildSpec({
  kind: "tests",
  runner: "node-test",
  format: "node-test",
  command: nodeTest,
  only: [...nodeTest, "--test-name-pattern={namePattern}", "{file}"],
});
const testFile = (body: string) =>
  `import test from "node:test";\nimport assert from "node:assert";\n${body}\n`;
const files = {
  "sum.js": "exports.sum = (a, b) => a - b;\n",
  "test/a b.test.mjs": testFile(
    'import { sum } from "../sum.js";\ntest("sums (a+b)", () => assert.equal(sum(1, 2), 3));\ntest("zero", () => assert.equal(sum(0, 0), 0));',
  ),
  "test/other.test.mjs": testFile('test("fine", () => {});\ntest.skip("later", () => {});'),
};

/** Runs a gate in a sandbox of its own and leaves what the sandbox held behind for a look. */
async function run(spec: GateSpec, tree: Readonly<Record<string, string>>, rest: Partial<GateRun> = {}) {
  await using sandbox = await openLocalSandbox({ files: tree });
  const result = await runGate({ spec, sandbox, ...rest }, buildGateDeps(Object.keys(tree)));
  return { result, outFiles: await readdir(sandbox.outDir) };
}

/** A report as Nightshift's own node:test reporter writes it. */
function report(statuses: readonly string[]): string {
  const failed = statuses.filter((status) => status === "failed").length;
  const lines = [
    { type: "start", reporter: "nightshift-node-test", version: 1, node: "v24.0.0" },
    ...statuses.map((status, index) => ({
      type: "test",
      kind: "test",
      file: "a.js",
      path: [`t${index}`],
      status,
    })),
    { type: "end", tests: statuses.length, failed },
  ];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}

/** A runner that writes this report to its first argument and ends with this exit code. */
function fakeRunner(text: string, exitCode: number): Readonly<Record<string, string>> {
  return {
    "fake.cjs": `require("fs").writeFileSync(process.argv[2], ${JSON.stringify(text)});\nprocess.exitCode = ${exitCode};\n`,
  };
}
const fakeSpec = buildSpec({ kind: "tests", format: "node-test", command: ["node", "fake.cjs", "{report}"] });

it("runs real tests, and leaves no report behind", async () => {
  const { result, outFiles } = await run(realSpec, files);
  expect(result).toMatchObject({ status: "failed", exitCode: 1, reason: "2 passed, 1 failed, 1 skipped" });
  const failed = result.checks.filter(({ status }) => status === "failed");
  expect(failed).toMatchObject([{ file: "test/a b.test.mjs", name: "sums (a+b)" }]);
  expect(failed[0]?.message).toContain("3");
  expect(outFiles).toEqual([]);
});

it("runs one file, or one test in it whose name holds pattern characters", async () => {
  const file = "test/a b.test.mjs";
  const executed = (result: Awaited<ReturnType<typeof run>>["result"]) =>
    result.checks.filter(({ status }) => status !== "skipped").map(({ name }) => name);
  const whole = await run(realSpec, files, { only: { file } });
  expect(executed(whole.result)).toEqual(["sums (a+b)", "zero"]);
  const one = await run(realSpec, files, { only: { file, name: "sums (a+b)" } });
  expect(executed(one.result)).toEqual(["sums (a+b)"]);
  expect(one.result.status).toBe("failed");
});

it("runs in the gate's folder, with file names as that folder sees them", async () => {
  const tree = Object.fromEntries(Object.entries(files).map(([path, text]) => [`packages/x/${path}`, text]));
  const { result } = await run({ ...realSpec, cwd: "packages/x" }, tree, {
    only: { file: "packages/x/test/other.test.mjs" },
  });
  expect(result).toMatchObject({ status: "passed", reason: "1 passed, 0 failed, 1 skipped" });
  expect(result.checks[0]?.file).toBe("packages/x/test/other.test.mjs");
});

it.each([
  ["all pass, exit code 1", report(["passed"]), 1, "exit code is 1"],
  ["one failed, exit code 0", report(["passed", "failed"]), 0, "exit code is 0"],
  ["no test at all", report([]), 0, "no test was executed"],
  ["only skipped tests", report(["skipped", "skipped"]), 0, "no test was executed (2 skipped)"],
  ["a report that was cut off", report(["passed", "passed"]).slice(0, -20), 0, "unreadable"],
  ["a report of something else", "<html>", 0, "unreadable"],
  ["an empty report", "", 0, "unreadable"],
])("is an error for %s", async (_, text, exitCode, reason) => {
  const { result } = await run(fakeSpec, fakeRunner(text, exitCode));
  expect(result.status).toBe("error");
  expect(result.reason).toContain(reason);
});

it("is an error without a report, and says how the command ended", async () => {
  const { result } = await run({ ...fakeSpec, command: ["node", "-e", "console.log('{report}')"] }, {});
  expect(result).toMatchObject({ status: "error", reason: expect.stringContaining("exit code 0") });
});

it("does not read the report of an earlier run, be it tracked or not", async () => {
  const stale = { "out/report.jsonl": report(["passed"]) };
  const spec = { ...fakeSpec, report: "out/report.jsonl", command: "true" };
  const { result } = await run(spec, stale);
  expect(result).toMatchObject({ status: "error", reason: expect.stringContaining("wrote no report") });
});

it("reads a report at a path of the tool's own, and removes it", async () => {
  const tree = fakeRunner(report(["passed"]), 0);
  await using sandbox = await openLocalSandbox({ files: tree });
  const spec = {
    ...fakeSpec,
    cwd: ".",
    report: "out/r.jsonl",
    command: "mkdir out && node fake.cjs out/r.jsonl",
  };
  expect((await runGate({ spec, sandbox }, buildGateDeps())).status).toBe("passed");
  await expect(access(join(sandbox.dir, "out/r.jsonl"))).rejects.toThrow();
});

it.each([
  ["a link to another file", "ln -s $PWD/good.jsonl {report}"],
  ["a pipe that nobody writes to", "mkfifo {report}"],
  ["a folder", "mkdir {report}"],
])("does not read %s in place of a report", async (_, command) => {
  const { result, outFiles } = await run({ ...fakeSpec, command }, { "good.jsonl": report(["passed"]) });
  expect(result.status).toBe("error");
  expect(outFiles).toEqual([]);
});

it("refuses a report on standard output that is too long to be whole", async () => {
  const tree = { "flood.cjs": `${"process.stdout.write('x'.repeat(1e6));".repeat(100)}` };
  const { result } = await run(
    buildSpec({ kind: "tests", format: "node-test", command: ["node", "flood.cjs"] }),
    tree,
  );
  expect(result).toMatchObject({ status: "error", reason: expect.stringContaining("too much") });
  expect(Buffer.byteLength(result.outputTail)).toBeLessThanOrEqual(4096);
});

it("runs once for each matching file, and keeps them apart", async () => {
  const spec = { ...fakeSpec, files: ["t/*.cjs", "!t/skip.cjs"], command: ["node", "{file}", "{report}"] };
  const runner = (statuses: readonly string[], exitCode: number) =>
    fakeRunner(report(statuses).replaceAll('"a.js"', '""'), exitCode)["fake.cjs"] ?? "";
  const tree = { "t/a.cjs": runner(["passed"], 0), "t/-b.cjs": runner(["failed"], 1), "t/skip.cjs": "" };
  const { result } = await run(spec, tree);
  expect(result.checks.map(({ file, name, status }) => [file, name, status])).toEqual([
    ["t/-b.cjs", "t0", "failed"],
    ["t/a.cjs", "t0", "passed"],
  ]);
  const lying = await run(spec, { ...tree, "t/c.cjs": runner(["failed"], 0) });
  expect(lying.result).toMatchObject({ status: "error", reason: expect.stringContaining("t/c.cjs") });
  const one = await run(spec, tree, { only: { file: "t/a.cjs" } });
  expect(one.result).toMatchObject({ status: "passed", reason: "1 passed, 0 failed" });
  expect((await run({ ...spec, files: ["none/*"] }, tree)).result.status).toBe("error");
});

it("fails a file that hangs in its own run, and still judges the others", async () => {
  const spec = { ...fakeSpec, files: ["*.cjs"], command: ["node", "{file}", "{report}"], timeoutMs: 4_000 };
  const passing = fakeRunner(report(["passed"]), 0)["fake.cjs"] ?? "";
  const { result } = await run(spec, { "a.cjs": "for (;;);", "b.cjs": passing });
  expect(result).toMatchObject({ status: "failed", reason: "1 passed, 1 failed" });
  expect(result.checks[0]).toMatchObject({ file: "a.cjs", name: "(file)", status: "failed" });
  expect(result.checks[0]?.message).toContain("timed out after");
  const lint = { ...spec, kind: "lint", timeoutMs: 500 } as const;
  expect((await run(lint, { "a.cjs": "for (;;);", "b.cjs": passing })).result.status).toBe("error");
});

it("does not let a passing twin in another file's run hide a failure", async () => {
  const spec = { ...fakeSpec, files: ["*.cjs"], command: ["node", "{file}", "{report}"] };
  const failing = fakeRunner(report(["failed"]), 1)["fake.cjs"] ?? "";
  const passing = fakeRunner(report(["passed"]), 0)["fake.cjs"] ?? "";
  for (const tree of [
    { "a.cjs": failing, "b.cjs": passing },
    { "a.cjs": passing, "b.cjs": failing },
  ]) {
    expect((await run(spec, tree)).result.status).toBe("failed");
  }
});

it("is an error for a report with passing tests of a file that is not there", async () => {
  const known = { ...fakeSpec, runner: "node-test" } as const;
  const both = (file: string) => {
    const lines = report(["passed", "passed"]).split("\n");
    return fakeRunner(
      lines.map((line) => line.replace('a.js","path":["t1"]', `${file}","path":["t1"]`)).join("\n"),
      0,
    );
  };
  const honest = await run(known, { ...both("b.js"), "a.js": "", "b.js": "" });
  expect(honest.result).toMatchObject({ status: "passed", reason: "2 passed, 0 failed" });
  const forged = await run(known, { ...both("b.js"), "a.js": "" });
  expect(forged.result).toMatchObject({ status: "error", reason: expect.stringContaining("b.js") });
  // Reports whose paths count from elsewhere have none of their files.
  expect((await run(known, both("b.js"))).result.status).toBe("passed");
});

it("takes a report for what it says where agreement with the exit code is switched off", async () => {
  await using sandbox = await openLocalSandbox({ files: fakeRunner(report(["passed"]), 1) });
  const measure = (defences: readonly JudgementDefence[]) =>
    runGate({ spec: fakeSpec, sandbox }, { ...buildGateDeps(), defences: new Set(defences) });
  expect((await measure(["exit-code"])).status).toBe("error");
  expect((await measure(["canary"])).status).toBe("passed");
});
