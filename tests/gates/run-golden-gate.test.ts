import { expect, it } from "vitest";
import type { GateSpec, GoldenExpectation } from "../../src/domain/gate.ts";
import { runGate } from "../../src/gates/run-gate.ts";
import { buildGateDeps, buildSpec } from "../helpers/gate-fixtures.ts";
import { openLocalSandbox } from "../helpers/local-sandbox.ts";

async function run(
  files: Readonly<Record<string, string>>,
  command: string,
  golden: GoldenExpectation,
  rest: Partial<GateSpec> = {},
) {
  await using sandbox = await openLocalSandbox({ files });
  const spec = buildSpec({ kind: "golden", command, golden, ...rest });
  return await runGate({ spec, sandbox }, buildGateDeps(Object.keys(files)));
}
const byOutput = { projects: "golden/*", stdout: "expected.txt" };
const byFiles = { projects: "golden/*", expected: "want", actual: "got" };

it("compares each project's standard output byte for byte", async () => {
  const files = {
    "golden/a/in.txt": "x\n",
    "golden/a/expected.txt": "x\n",
    "golden/b/in.txt": "y\n",
    "golden/b/expected.txt": "y",
  };
  const result = await run(files, "cat in.txt", byOutput);
  expect(result).toMatchObject({ status: "failed", reason: "1 of 2 golden projects are as expected" });
  expect(result.checks.map(({ file, status }) => [file, status])).toEqual([
    ["golden/a", "passed"],
    ["golden/b", "failed"],
  ]);
  expect(result.checks[1]?.message).toContain("-y");
});

it("fails a project whose command does, though its output is right", async () => {
  const result = await run({ "golden/a/expected.txt": "x" }, "printf x; exit 3", byOutput);
  expect(result.checks).toMatchObject([
    { status: "failed", message: expect.stringContaining("exit code 3") },
  ]);
});

it("compares files that the command leaves, and names what is missing", async () => {
  const files = { "golden/a/want/x/1.txt": "one\n", "golden/a/want/2.txt": "two\n" };
  const good = "mkdir -p got/x && echo one > got/x/1.txt && echo two > got/2.txt && echo more > got/3.txt";
  expect((await run(files, good, byFiles)).status).toBe("passed");
  const result = await run(files, "mkdir got && echo one > got/2.txt", byFiles);
  expect(result.checks[0]?.message).toContain("golden/a/got/x/1.txt was not written");
  expect(result.checks[0]?.message).toContain("+one");
});

it("is not taken in by output of an earlier run, nor by a command that writes its own expectation", async () => {
  const stale = { "golden/a/want/1.txt": "one\n", "golden/a/got/1.txt": "one\n" };
  expect((await run(stale, "true", byFiles)).status).toBe("failed");
  const rewrite = "mkdir -p got && echo bad > got/1.txt && cp got/1.txt want/1.txt";
  expect((await run(stale, rewrite, byFiles)).status).toBe("failed");
  const own = await run({ "golden/a/expected.txt": "good" }, "printf bad | tee expected.txt", byOutput);
  expect(own.status).toBe("failed");
});

it.each([
  ["no project matches", {}, byOutput, "golden/*"],
  ["an expected output is missing", { "golden/a/in.txt": "" }, byOutput, "golden/a/expected.txt is missing"],
  ["the expected folder is missing", { "golden/a/in.txt": "" }, byFiles, "golden/a/want/"],
  ["nothing is expected", { "golden/a/x": "" }, { projects: "golden/*" }, "golden.stdout"],
  [
    "expected and actual are one folder",
    { "golden/a/w/x": "" },
    { ...byFiles, expected: "w", actual: "./w/" },
    "both",
  ],
])("is an error when %s", async (_, files, golden, reason) => {
  const result = await run(files, "true", golden);
  expect(result.status).toBe("error");
  expect(result.reason).toContain(reason);
});

it("fails a project that hangs, and still judges the others", async () => {
  const files = { "golden/a/expected.txt": "", "golden/b/expected.txt": "", "golden/c/expected.txt": "x" };
  const command = 'case "$PWD" in */a) sleep 60;; esac';
  const result = await run(files, command, byOutput, { timeoutMs: 2_000 });
  expect(result.checks.map(({ file, status }) => [file, status])).toEqual([
    ["golden/a", "failed"],
    ["golden/b", "passed"],
    ["golden/c", "failed"],
  ]);
  expect(result.checks[0]?.message).toMatch(/^timed out after 1 s; raise timeoutMinutes/);
  const alone = await run({ "golden/a/expected.txt": "" }, "sleep 60", byOutput, { timeoutMs: 300 });
  expect(alone).toMatchObject({ status: "failed", checks: [{ message: expect.stringContaining("0.3 s") }] });
});

it("is an error when so many projects hang that none of the rest has any time", async () => {
  const files = Object.fromEntries([..."abcdefg"].map((name) => [`golden/${name}/expected.txt`, ""]));
  const result = await run(files, "sleep 60", byOutput, { timeoutMs: 1_000 });
  expect(result).toMatchObject({
    status: "error",
    reason: expect.stringMatching(/^golden\/[e-g]: timed out/),
  });
});
