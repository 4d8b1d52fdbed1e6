import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createProcessRunner } from "../../src/adapters/process-runner.ts";
import type { ProcessResult } from "../../src/ports.ts";
import { findCgroup, openCommandGroup } from "../../src/sandbox/cgroup.ts";
import { openScratchFolder } from "../helpers/scratch-folder.ts";

// Folders and files as the kernel has them: this says what is written where, not that the kernel obeys.
let scratch: ReturnType<typeof openScratchFolder>;
beforeEach(() => {
  scratch = openScratchFolder();
});
afterEach(() => scratch[Symbol.dispose]());

function plant(own: string, groups: Readonly<Record<string, string>>) {
  writeFileSync(join(scratch.path, "self"), own);
  for (const [group, controllers] of Object.entries(groups)) {
    const folder = join(scratch.path, "fs", group);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "cgroup.subtree_control"), controllers);
    writeFileSync(join(folder, "cgroup.procs"), "");
  }
  return findCgroup({ root: join(scratch.path, "fs"), self: join(scratch.path, "self") });
}

const limits = { memoryMb: 64, processMemoryMb: 64, processes: 30, openFiles: 100, diskMb: 100 };
const result: ProcessResult = {
  status: "signaled",
  exitCode: null,
  stdout: "",
  stderr: "",
  isTruncated: false,
  durationMs: 1,
};

it("takes the group above its own, where both limits are handed down", () => {
  const groups = { "user/app": "cpu memory pids\n", "user/app/own": "memory pids\n" };
  expect(plant("0::/user/app/own\n", groups)).toBe(join(scratch.path, "fs/user/app"));
});

it("takes its own where the one above hands nothing down", () => {
  const groups = { user: "\n", "user/own": "memory pids\n" };
  expect(plant("1:name=systemd:/x\n0::/user/own\n", groups)).toBe(join(scratch.path, "fs/user/own"));
});

it.each([
  ["no cgroup v2", "4:memory:/x\n", { x: "memory pids" }],
  ["no limit on processes", "0::/a/b\n", { a: "memory", "a/b": "cpu" }],
  ["nothing at its place", "0::/gone/away\n", {}],
  ["nothing to read", "", {}],
])("takes none where there is %s", (_, own, groups) => {
  expect(plant(own, groups as Record<string, string>)).toBeNull();
});

it("writes the limits ahead, has the command enter by itself, and leaves its own variables and output alone", async () => {
  const group = openCommandGroup({ folder: scratch.path, limits });
  const [name = ""] = readdirSync(scratch.path);
  const place = (file: string) => readFileSync(join(scratch.path, name, file), "utf8");
  expect([place("memory.max"), place("pids.max"), place("memory.oom.group")]).toEqual([
    "67108864",
    "30",
    "1",
  ]);
  const argv = group?.enter(["printf", "%s", "a b"]) ?? [];
  const run = await createProcessRunner().run({ argv, cwd: "/", env: {}, timeoutMs: 9_000 });
  expect(run).toMatchObject({ stdout: "a b", stderr: "", exitCode: 0 });
  expect(place("cgroup.procs")).toBe("0\n");
});

it("tells that memory ran out, and that it did not", async () => {
  const group = openCommandGroup({ folder: scratch.path, limits });
  const [name = ""] = readdirSync(scratch.path);
  writeFileSync(join(scratch.path, name, "memory.events"), "low 0\noom 0\noom_kill 0\n");
  expect(await group?.close(result)).toEqual(result);
  writeFileSync(join(scratch.path, name, "memory.events"), "low 0\noom 1\noom_kill 3\n");
  expect(await group?.close(result)).toMatchObject({
    status: "over-limit",
    limit: "memory: more than 64 MiB (sandbox.memoryMb)",
  });
  rmSync(join(scratch.path, name), { recursive: true });
});

it("goes without a group where the system refuses one, or the command cannot enter it", async () => {
  expect(openCommandGroup({ folder: join(scratch.path, "none"), limits })).toBeNull();
  const group = openCommandGroup({ folder: scratch.path, limits });
  rmSync(scratch.path, { recursive: true });
  const argv = group?.enter(["echo", "runs"]) ?? [];
  const run = await createProcessRunner().run({ argv, cwd: "/", env: {}, timeoutMs: 9_000 });
  expect(run).toMatchObject({ stdout: "runs\n", stderr: "", exitCode: 0 });
  await group?.close(result);
  expect(existsSync(scratch.path)).toBe(false);
});
