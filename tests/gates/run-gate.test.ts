import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { GateSpec } from "../../src/domain/gate.ts";
import type { GateDeps, GateRun } from "../../src/gates/gate-context.ts";
import { runGate } from "../../src/gates/run-gate.ts";
import { buildGateDeps, buildSpec } from "../helpers/gate-fixtures.ts";
import { openLocalSandbox } from "../helpers/local-sandbox.ts";

async function run(
  spec: GateSpec,
  files: Readonly<Record<string, string>> = {},
  rest: Partial<GateRun> = {},
  deps: GateDeps = buildGateDeps(Object.keys(files)),
) {
  await using sandbox = await openLocalSandbox({ files });
  return await runGate({ spec, sandbox, ...rest }, deps);
}
const command = (text: string, rest: Partial<GateSpec> = {}) =>
  buildSpec({ kind: "command", command: text, ...rest });

describe("a command", () => {
  it("passes by exit code 0 alone", async () => {
    expect(await run(command("echo FAILED"))).toMatchObject({
      status: "passed",
      checks: [{ status: "passed" }],
    });
    const failed = await run(command("echo all good; exit 4"));
    expect(failed).toMatchObject({
      status: "failed",
      exitCode: 4,
      checks: [{ name: "command", message: "all good" }],
    });
  });

  it("gets the gate's variables and those of the run", async () => {
    const spec = command('test "$A$B" = 13', { env: { A: "1", B: "2" } });
    expect((await run(spec, {}, { env: { B: "3" } })).status).toBe("passed");
  });

  it.each([
    ["hangs", command("sleep 60", { timeoutMs: 300 }), "timed out after 0.3 s"],
    [
      "leaves a child behind that holds its output",
      command("sleep 60 & sleep 60", { timeoutMs: 300 }),
      "timed out",
    ],
    ["kills itself", command("kill -9 $$"), "ended by a signal"],
    ["is not installed", command("no-such-linter --all"), '"no-such-linter" was not found; install it'],
    [
      "is not installed behind another",
      command("A=1 true && no-such-tool x"),
      '"no-such-tool" was not found',
    ],
    [
      "is no program",
      buildSpec({ kind: "command", command: ["no-such-program"] }),
      '"no-such-program" was not found',
    ],
    ["cannot be executed", command("./plain"), "cannot be executed"],
  ])("is an error when it %s", async (_, spec, reason) => {
    const result = await run(spec, { plain: "x" });
    expect(result).toMatchObject({ status: "error", checks: [] });
    expect(result.reason).toContain(reason);
  });

  it("is an error when the campaign stops it", async () => {
    const controller = new AbortController();
    const running = run(command("sleep 60"), {}, { signal: controller.signal });
    await sleep(300);
    controller.abort();
    expect(await running).toMatchObject({ status: "error", reason: expect.stringContaining("stopped") });
  });

  it("keeps 4 KiB of 100 MB, from the end, without colours and secrets", async () => {
    const deps = { ...buildGateDeps(), redact: (text: string) => text.replaceAll("hunter2", "***") };
    const flood =
      "head -c 100000000 /dev/zero | tr '\\0' x; echo; printf '\\033[31mé hunter2\\033[0m\\n'; exit 1";
    const result = await run(command(flood), {}, {}, deps);
    expect(result.outputTail.endsWith("é ***")).toBe(true);
    expect(Buffer.byteLength(result.outputTail)).toBeLessThanOrEqual(4096);
  });
});

describe("before", () => {
  it("runs ahead of the gate, in its folder", async () => {
    const spec = command("grep -q built out", { before: ["echo built > out"], cwd: "pkg" });
    expect((await run(spec, { "pkg/a": "" })).status).toBe("passed");
  });

  it("makes the gate an error with its last lines when it fails", async () => {
    const result = await run(command("true", { before: ["true", "echo boom; exit 3"] }));
    expect(result).toMatchObject({ status: "error", exitCode: 3 });
    expect(result.reason).toContain("exit code 3: boom");
  });

  it("shares the gate's time limit", async () => {
    const result = await run(command("true", { before: ["sleep 60"], timeoutMs: 300 }));
    expect(result).toMatchObject({ status: "error", reason: expect.stringContaining("timed out") });
  });
});

describe("validate", () => {
  const spec = buildSpec({
    kind: "validate",
    name: "json",
    files: ["**/*.json"],
    command: ["node", "check.cjs", "{file}"],
  });
  const checker = { "check.cjs": "JSON.parse(require('fs').readFileSync(process.argv[2]))" };

  it("runs once for each matching file, whatever its name", async () => {
    const names = ["a.json", "-r.json", 'd/it\'s "x" $(id)\n.json'];
    const good = Object.fromEntries(names.map((name) => [name, "{}"]));
    expect(await run(spec, { ...checker, ...good })).toMatchObject({
      status: "passed",
      reason: "3 of 3 files are valid",
    });
    const result = await run(
      { ...spec, command: "node check.cjs {file}" },
      { ...checker, ...good, "bad.json": "{" },
    );
    expect(result.status).toBe("failed");
    const failed = result.checks.filter(({ status }) => status === "failed");
    expect(failed).toMatchObject([
      { file: "bad.json", name: "json", message: expect.stringContaining("JSON") },
    ]);
  });

  it("fails a file that takes more than its share of the time, and still judges the others", async () => {
    const slow = { ...spec, command: "case {file} in a.json) sleep 60;; esac", timeoutMs: 2_000 };
    const result = await run(slow, { "a.json": "", "b.json": "", "c.json": "" });
    expect(result).toMatchObject({ status: "failed", reason: "2 of 3 files are valid" });
    expect(result.checks[0]).toMatchObject({ file: "a.json", message: expect.stringContaining("timed out") });
  });

  it("shares one time limit among all files", async () => {
    const files = Object.fromEntries([..."abcdefg"].map((name) => [`${name}.json`, ""]));
    const result = await run({ ...spec, command: "sleep 60", timeoutMs: 1_000 }, files);
    expect(result).toMatchObject({ status: "error", reason: expect.stringContaining("timed out") });
  });

  it("lets no program take a file name for an option", async () => {
    const result = await run({ ...spec, command: ["cat", "{file}"] }, { "--help.json": "{}" });
    expect(result).toMatchObject({ status: "passed" });
    expect((await run({ ...spec, command: ["grep", "-q", "x", "{file}"] }, { "-v.json": "y" })).status).toBe(
      "failed",
    );
  });

  it("is an error when no file matches, or only deleted ones", async () => {
    expect(await run(spec, checker)).toMatchObject({
      status: "error",
      reason: expect.stringContaining("**/*.json"),
    });
    const gone = await run(spec, checker, { trackedFiles: ["gone.json"] });
    expect(gone.status).toBe("error");
  });

  it("matches within the gate's folder alone", async () => {
    const files = { "pkg/check.cjs": checker["check.cjs"], "pkg/a.json": "{}", "b.json": "{" };
    const result = await run({ ...spec, cwd: "pkg" }, files);
    expect(result.checks.map(({ file }) => file)).toEqual(["pkg/a.json"]);
  });
});
