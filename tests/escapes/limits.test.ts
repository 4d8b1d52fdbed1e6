import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listDescendants } from "../../src/adapters/list-descendants.ts";
import { readOutFile } from "../../src/gates/read-out-file.ts";
import type { ProcessResult } from "../../src/ports.ts";
import type { Sandbox, SandboxCommand } from "../../src/sandbox/sandbox.ts";
import { isBubblewrapHere } from "../helpers/bubblewrap-here.ts";
import { openSandboxRig, type SandboxRig } from "../helpers/sandbox-rig.ts";

const canIsolate = await isBubblewrapHere();
const mebibyte = 1024 * 1024;

/** Small limits, so that what floods them harms no machine. */
const limits = { memoryMb: 256, processes: 60, openFiles: 128, diskMb: 64 };

describe.skipIf(!canIsolate)("a flood in a sandbox", { timeout: 120_000 }, () => {
  let rig: SandboxRig;
  let sandbox: Sandbox;

  beforeAll(async () => {
    rig = await openSandboxRig({ sandbox: limits });
    sandbox = await rig.pool.open("c1/1", rig.commit);
  });
  afterAll(async () => {
    await sandbox?.[Symbol.asyncDispose]();
    await rig?.[Symbol.asyncDispose]();
  });

  const run = (command: SandboxCommand["command"], options: Partial<SandboxCommand> = {}) =>
    sandbox.run({ command, timeoutMs: 100_000, ...options });
  const python = (source: string, options: Partial<SandboxCommand> = {}) =>
    run(["/usr/bin/python3", "-c", `import os, time, mmap, ctypes\n${source}`], options);

  async function expectGoesOn(): Promise<void> {
    await sandbox.reset();
    expect(await run("cat a.txt; ls -A | sort")).toMatchObject({ stdout: "one\n.git\na.txt\n", exitCode: 0 });
  }
  function expectOver(result: ProcessResult, limit: RegExp): void {
    expect(result.limit ?? `${result.status} ${result.stdout} ${result.stderr}`).toMatch(limit);
    expect(result).toMatchObject({ status: "over-limit", exitCode: null });
  }

  describe("of memory", () => {
    it("by one process is refused by the system", async () => {
      expect((await python("a = b'x' * (400 << 20); print('had it')")).stdout).toBe("");
      await expectGoesOn();
    });

    it("by many processes, each with little, ends with the limit's name", async () => {
      const bomb =
        "for _ in range(8):\n  if os.fork() == 0:\n    a = b'x' * (60 << 20); time.sleep(80)\ntime.sleep(80)";
      expectOver(await python(bomb), /^memory: \d+ MiB of 256 MiB \(sandbox\.memoryMb\)$/);
      await expectGoesOn();
    });

    it("counts what forked processes share once", async () => {
      const honest =
        "a = bytearray(120 << 20)\nfor n in range(6):\n  if os.fork() == 0:\n    time.sleep(1); os._exit(0)\ntime.sleep(1.2); print('done')";
      expect(await python(honest)).toMatchObject({ status: "exited", stdout: "done\n" });
    });

    it.each([
      [
        "shared memory",
        "m = mmap.mmap(-1, 600 << 20); m.write(b'x' * (100 << 20)); m.write(b'x' * (100 << 20)); m.write(b'x' * (100 << 20)); time.sleep(80)",
      ],
      [
        "a file without a name",
        "f = os.memfd_create('x')\nfor _ in range(400): os.write(f, bytes(1 << 20)) if os.fstat(f).st_size < (60 << 20) else (f := os.memfd_create('x'))\ntime.sleep(80)",
      ],
      [
        "temporary folders",
        "for d in ('/tmp', '/dev/shm', '/var/tmp', os.environ['HOME']):\n  for n in range(2):\n    open(f'{d}/{n}', 'wb').write(bytes(50 << 20))\ntime.sleep(80)",
      ],
      [
        "small files in temporary folders",
        "for n in range(400000): open(f'/tmp/{n}', 'w').close()\ntime.sleep(80)",
      ],
    ])("by %s ends with the limit's name", async (_, source) => {
      expectOver(await python(source), /^memory: /);
      await expectGoesOn();
    });

    it("is never over for a test runner with workers", async () => {
      const script =
        "const {Worker}=require('worker_threads');let n=0;for(let i=0;i<3;i++)new Worker('setTimeout(()=>{},600)',{eval:true}).on('exit',()=>{if(++n===3)console.log('ok')})";
      expect((await run(["node", "-e", script])).stdout).toBe("ok\n");
    });
  });

  describe("of the disk", () => {
    it("by one file ends with the limit's name", async () => {
      expectOver(await run("exec head -c 200000000 /dev/zero > big"), /^disk: .*sandbox\.diskMb/);
      await expectGoesOn();
    });

    it.each([
      ["many files", "for n in range(300): open(f'f{n}', 'wb').write(bytes(1 << 20))\ntime.sleep(80)"],
      ["many empty files", "for n in range(60000): open(f'f{n}', 'w').close()\ntime.sleep(80)"],
      [
        "files that are deleted and held open",
        "h = []\nfor n in range(10):\n  f = open('x', 'wb'); os.unlink('x'); f.write(bytes(30 << 20)); f.flush(); h.append(f)\ntime.sleep(80)",
      ],
      [
        "room that is reserved and not written",
        "for n in range(10):\n  f = os.open(f'f{n}', os.O_CREAT | os.O_WRONLY); os.posix_fallocate(f, 0, 60 << 20)\ntime.sleep(80)",
      ],
      [
        "the folder of reports",
        "for n in range(300): open(f'/run/nightshift/out/f{n}', 'wb').write(bytes(1 << 20))\ntime.sleep(80)",
      ],
      [
        "files in a closed folder",
        "os.mkdir('c'); os.chdir('c')\nfor n in range(300): open(f'f{n}', 'wb').write(bytes(1 << 20))\nos.chmod('.', 0)\ntime.sleep(80)",
      ],
    ])("by %s ends with the limit's name", async (_, source) => {
      const result = await python(source);
      expectOver(result, /^disk: wrote \d+ MiB of 64 MiB/);
      expect(Number(/wrote (\d+)/.exec(result.limit ?? "")?.[1])).toBeLessThan(1024);
      await expectGoesOn();
    });

    it("does not count what was there before", async () => {
      await run("head -c 50000000 /dev/zero > one");
      const result = await run("head -c 50000000 /dev/zero > two; sleep 1; ls one two");
      expect(result).toMatchObject({ status: "exited", stdout: "one\ntwo\n" });
      await expectGoesOn();
    });

    it("makes no report of it: a sparse file larger than memory is refused", async () => {
      await run(
        "truncate -s 63M /run/nightshift/out/sparse; mkfifo /run/nightshift/out/pipe; ln -s /etc/passwd /run/nightshift/out/link; mkdir /run/nightshift/out/folder",
      );
      const read = (name: string) => readOutFile(join(sandbox.outDir, name), 32 * mebibyte);
      for (const name of ["sparse", "pipe", "link", "folder"])
        expect(await read(name), name).toMatchObject({ status: "refused" });
      expect(await read("none")).toEqual({ status: "missing" });
      await expectGoesOn();
    });
  });

  describe("of processes and files", () => {
    it("by forking without end leaves the machine room", async () => {
      const before = countProcesses();
      const running = run("f() { f | f & }; f; sleep 1; while :; do :; done", { timeoutMs: 1_500 });
      await sleep(900);
      expect(countProcesses() - before).toBeLessThan(80);
      expect((await running).status).toMatch(/timed-out|exited|signaled/);
      await expectGoesOn();
    });

    it("by zombies ends with the command", async () => {
      const before = countProcesses();
      await python(
        "for _ in range(500):\n  try:\n    if os.fork() == 0: os._exit(0)\n  except OSError: pass\nprint('done')",
      );
      await expectGoesOn();
      expect(countProcesses() - before).toBeLessThan(10);
    });

    it("by open files is refused by the system", async () => {
      const { stdout } = await python(
        "h = []\ntry:\n  while True: h.append(open('a.txt'))\nexcept OSError as e: print(e.errno, len(h) < 130)",
      );
      expect(stdout).toBe("24 True\n");
    });

    it("by arguments and variables fails by itself", async () => {
      const { stdout } = await python(
        "try: os.execve('/bin/true', ['x'] * 10, {'A%d' % n: 'x' * 120000 for n in range(200)})\nexcept OSError as e: print(e.errno)",
      );
      expect(stdout).toBe("7\n");
    });
  });

  describe("of output", () => {
    it("without a line's end is kept to its ends", async () => {
      const result = await run("head -c 60000000 /dev/zero | tr '\\0' y", { maxOutputBytes: 1000 });
      expect(result).toMatchObject({ status: "exited", isTruncated: true });
      expect(result.stdout.length).toBeLessThan(1200);
    });

    it("on both streams at once does not block", async () => {
      const flood = "head -c 20000000 /dev/urandom | base64 -w0";
      const result = await run(`(${flood}) & (${flood} >&2) & wait`, { maxOutputBytes: 1000 });
      expect(result).toMatchObject({ status: "exited", isTruncated: true });
    });
  });
});

/** Processes that this one has started, and those that these have. */
function countProcesses(): number {
  return listDescendants(process.pid).length;
}
