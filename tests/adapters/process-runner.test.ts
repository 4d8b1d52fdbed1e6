import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createProcessRunner } from "../../src/adapters/process-runner.ts";
import type { ProcessSpec } from "../../src/ports.ts";

const env = { PATH: process.env.PATH ?? "" };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nightshift-process-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(argv: readonly string[], options: Partial<ProcessSpec> = {}) {
  return createProcessRunner().run({ argv, cwd: folder, env, timeoutMs: 20_000, ...options });
}

/** Whether a process is there and is no zombie. */
function isRunning(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "latin1"));
  } catch {
    return false;
  }
}

/** Waits until a file holds a process id. */
async function readPid(path: string): Promise<number> {
  for (let tries = 0; tries < 400; tries += 1) {
    const text = existsSync(path) ? readFileSync(path, "utf8") : "";
    if (text.endsWith("\n")) return Number(text);
    await sleep(10);
  }
  throw new Error(`nothing was written to ${path}`);
}

async function expectGone(pid: number) {
  for (let tries = 0; tries < 300 && isRunning(pid); tries += 1) await sleep(10);
  expect(isRunning(pid)).toBe(false);
}

describe("how a process ends", () => {
  it("gives exit code, output and the input back", async () => {
    expect(await run(["sh", "-c", "cat; echo oops >&2; exit 3"], { stdin: "hello\n" })).toMatchObject({
      status: "exited",
      exitCode: 3,
      stdout: "hello\n",
      stderr: "oops\n",
      isTruncated: false,
    });
  });

  it("takes arguments as they are, without a shell", async () => {
    const words = ["a b", "$HOME", "'\"", "-n", "*", "\n"];
    expect((await run(["printf", "[%s]", ...words])).stdout).toBe(words.map((word) => `[${word}]`).join(""));
  });

  it("inherits no variable", async () => {
    process.env.NIGHTSHIFT_TEST_SECRET = "hidden";
    const result = await run(["env"], { env: { ...env, GIVEN: "1" } });
    delete process.env.NIGHTSHIFT_TEST_SECRET;
    expect(result.stdout).toContain("GIVEN=1");
    expect(result.stdout).not.toContain("hidden");
  });

  it("says that a program is missing, or is none", async () => {
    expect(await run(["no-such-program"])).toMatchObject({ status: "not-found", exitCode: null });
    writeFileSync(join(folder, "text"), "no program", { mode: 0o644 });
    expect(await run(["./text"])).toMatchObject({ status: "not-found" });
  });

  it("finds programs on the path that it is given", async () => {
    expect(await run(["ls"], { env: { PATH: "/nowhere" } })).toMatchObject({ status: "not-found" });
  });

  it("refuses an empty command and a folder that is not there", async () => {
    await expect(run([])).rejects.toMatchObject({ code: "NO_COMMAND" });
    await expect(run(["ls"], { cwd: "/no/such/folder" })).rejects.toMatchObject({ code: "NO_FOLDER" });
  });

  it("tells a signal from an exit", async () => {
    expect(await run(["sh", "-c", "kill -KILL $$"])).toMatchObject({ status: "signaled", exitCode: null });
  });

  it("does not mind a program that leaves its input unread", async () => {
    const result = await run(["true"], { stdin: Buffer.alloc(4_000_000) });
    expect(result).toMatchObject({ status: "exited", exitCode: 0 });
  });
});

describe("the end of a whole tree", () => {
  it("kills children of a process that is out of time", async () => {
    const result = await run(["sh", "-c", "sleep 300 & echo $! > pid; wait"], { timeoutMs: 300 });
    expect(result).toMatchObject({ status: "timed-out", exitCode: null });
    await expectGone(await readPid(join(folder, "pid")));
  });

  it("kills a daemon in a session of its own, and one that ignores SIGTERM", async () => {
    const daemon = "trap '' TERM; echo $$ > pid; while :; do sleep 0.1; done";
    const result = await run(["sh", "-c", `setsid sh -c '${daemon.replaceAll("'", "'\\''")}'; wait`], {
      timeoutMs: 400,
    });
    expect(result.status).toBe("timed-out");
    await expectGone(await readPid(join(folder, "pid")));
  });

  it("kills a process that ignores SIGTERM", async () => {
    const result = await run(["sh", "-c", "trap '' TERM; echo $$ > pid; while :; do sleep 0.1; done"], {
      timeoutMs: 300,
    });
    expect(result.status).toBe("timed-out");
    await expectGone(await readPid(join(folder, "pid")));
  });

  it("keeps what was printed before the time-out", async () => {
    expect((await run(["sh", "-c", "echo early; sleep 300"], { timeoutMs: 400 })).stdout).toBe("early\n");
  });

  it("stops when it is told to", async () => {
    const controller = new AbortController();
    const running = run(["sh", "-c", "echo $$ > pid; sleep 300"], { signal: controller.signal });
    const pid = await readPid(join(folder, "pid"));
    controller.abort();
    expect(await running).toMatchObject({ status: "aborted", exitCode: null });
    await expectGone(pid);
  });

  it("starts nothing when it was told to stop before", async () => {
    const result = await run(["touch", "made"], { signal: AbortSignal.abort() });
    expect(result.status).toBe("aborted");
    expect(existsSync(join(folder, "made"))).toBe(false);
  });

  it("is not held back by a child that keeps the pipe, and ends it", async () => {
    const result = await run(["sh", "-c", "sleep 300 & echo $! > pid; echo done"], { timeoutMs: 15_000 });
    expect(result).toMatchObject({ status: "exited", exitCode: 0, stdout: "done\n" });
    await expectGone(await readPid(join(folder, "pid")));
  });

  it("is not held back by a daemon of another session that keeps the pipe", async () => {
    const result = await run(
      ["sh", "-c", "setsid sh -c 'echo $$ > pid; exec sleep 300' & sleep 0.2; echo done"],
      {
        timeoutMs: 15_000,
      },
    );
    expect(result).toMatchObject({ status: "exited", exitCode: 0, stdout: "done\n" });
    process.kill(await readPid(join(folder, "pid")), "SIGKILL");
  });
});

describe("what a process has open", () => {
  it("is what it is given", async () => {
    const inputs = [Buffer.from("first"), Buffer.from("second")];
    const result = await run(["sh", "-c", "cat <&4; cat <&3"], { inputs });
    expect(result).toMatchObject({ status: "exited", stdout: "secondfirst" });
  });

  it("does not mind inputs that nobody reads", async () => {
    expect(await run(["true"], { inputs: [Buffer.alloc(4_000_000)] })).toMatchObject({ exitCode: 0 });
  });

  it("is nothing of what Nightshift itself was started with", async () => {
    writeFileSync(join(folder, "secret"), "t0ken-in-a-descriptor");
    const runner = new URL("../../src/adapters/process-runner.ts", import.meta.url);
    const script = `import { createProcessRunner } from ${JSON.stringify(runner.href)};
      const result = await createProcessRunner().run({ argv: ["sh", "-c", "cat /proc/self/fd/*"], cwd: "/", env: ${JSON.stringify(env)}, timeoutMs: 9000 });
      console.log(result.stdout + result.stderr);`;
    writeFileSync(join(folder, "start.ts"), script);
    // Of descriptors above 16 Node closes none.
    const { stdout } = await run([
      ...["bash", "-c", `exec 9<secret 20<secret 77<secret; exec ${process.execPath} start.ts`],
    ]);
    expect(stdout).toContain("/proc/self/fd/");
    expect(stdout).not.toContain("t0ken");
  });
});

describe("a watch", () => {
  it("ends the whole tree at once, and says why", async () => {
    const watch = { everyMs: 20, check: async () => (existsSync(join(folder, "pid")) ? "too much" : null) };
    const deaf = "trap '' TERM; echo $$ > pid; while :; do sleep 0.1; done";
    const result = await run(["sh", "-c", deaf], { watch });
    expect(result).toMatchObject({ status: "over-limit", exitCode: null, limit: "too much" });
    expect(result.durationMs).toBeLessThan(10_000);
    await expectGone(await readPid(join(folder, "pid")));
  });

  it("that fails, or never finds anything, changes nothing", async () => {
    const pids: number[] = [];
    const check = async (pid: number) => {
      pids.push(pid);
      if (pids.length > 1) throw new Error("blind");
      return null;
    };
    const result = await run(["sh", "-c", "echo $$; sleep 0.3"], { watch: { everyMs: 20, check } });
    expect(result).toMatchObject({ status: "exited", exitCode: 0, stdout: `${pids[0]}\n` });
    expect(pids.length).toBeGreaterThan(2);
  });
});

describe("output", () => {
  it("keeps the first and the last of a flood, in memory and in a file, and stays small", async () => {
    const before = process.memoryUsage().rss;
    const files = { stdout: join(folder, "out"), stderr: join(folder, "err"), maxFileBytes: 5_000_000 };
    const result = await run(
      ["sh", "-c", "echo first; head -c 100000000 /dev/zero | tr '\\0' x; echo last"],
      {
        maxOutputBytes: 1000,
        outputFiles: files,
        timeoutMs: 60_000,
      },
    );
    expect(result).toMatchObject({ status: "exited", isTruncated: true });
    expect(result.stdout.startsWith("first\nxxx")).toBe(true);
    expect(result.stdout.endsWith("xxxlast\n")).toBe(true);
    expect(result.stdout).toContain("bytes left out");
    expect(result.stdout.length).toBeLessThan(1100);
    expect(statSync(files.stdout).size).toBeLessThan(5_000_100);
    expect(readFileSync(files.stdout, "utf8")).toMatch(
      /x\n\[more was printed than the 5000000 bytes that are kept\]\n$/,
    );
    expect(statSync(files.stderr).size).toBe(0);
    expect(process.memoryUsage().rss - before).toBeLessThan(80_000_000);
  });

  it("loses no byte up to the limit", async () => {
    const text = "0123456789".repeat(10_000);
    const result = await run(["cat"], { stdin: text, maxOutputBytes: text.length });
    expect(result.stdout).toBe(text);
    expect(result.isTruncated).toBe(false);
    const less = await run(["cat"], { stdin: text, maxOutputBytes: text.length - 1 });
    expect(less.isTruncated).toBe(true);
  });

  it("reports an output file that cannot be written", async () => {
    const stderr = join(folder, "err");
    const missing = { stdout: join(folder, "no/out"), stderr };
    await expect(run(["true"], { outputFiles: missing })).rejects.toMatchObject({
      code: "OUTPUT_NOT_WRITTEN",
    });
    const full = { stdout: "/dev/full", stderr };
    await expect(run(["echo", "x"], { outputFiles: full })).rejects.toMatchObject({
      code: "OUTPUT_NOT_WRITTEN",
    });
  });
});
