import { expect, it } from "vitest";
import { createProcessRunner } from "../../src/adapters/process-runner.ts";
import type { ProcessResult, ProcessRunner } from "../../src/ports.ts";
import { chooseIsolation } from "../../src/sandbox/choose-isolation.ts";
import { probeIsolation } from "../../src/sandbox/probe-isolation.ts";
import { isBubblewrapHere } from "../helpers/bubblewrap-here.ts";

const canIsolate = await isBubblewrapHere();
const path = ["/usr/bin", "/bin"];

/** A machine whose kernel lets nobody make a namespace. */
const refusing: ProcessRunner = {
  async run(): Promise<ProcessResult> {
    const stderr = "bwrap: setting up uid map: Permission denied\n";
    return { status: "exited", exitCode: 1, stdout: "", stderr, isTruncated: false, durationMs: 1 };
  },
};

it.skipIf(!canIsolate)("tells the version that works", async () => {
  const probe = await probeIsolation({ path }, { processes: createProcessRunner() });
  expect(probe).toMatchObject({ status: "available", version: expect.stringMatching(/^\d+\.\d+/) });
});

it("says what is missing, and what to do about it", async () => {
  expect(await probeIsolation({ path, platform: "darwin" }, { processes: refusing })).toMatchObject({
    status: "missing",
    reason: expect.stringContaining("darwin"),
  });
  expect(
    await probeIsolation({ path: ["/nowhere"], platform: "linux" }, { processes: refusing }),
  ).toMatchObject({
    status: "missing",
    reason: expect.stringContaining("not installed"),
    hint: expect.stringContaining("apt-get install bubblewrap"),
  });
});

it.skipIf(!canIsolate)("believes no program that does not run, whatever is installed", async () => {
  const probe = await probeIsolation({ path }, { processes: refusing });
  expect(probe).toMatchObject({
    status: "missing",
    reason: expect.stringContaining("uid map: Permission denied"),
  });
  expect(probe.status === "missing" && probe.hint).toMatch(/user namespaces/);
});

it("stops under required, warns under auto, and is silent where it is switched off", async () => {
  const choose = async (mode: "required" | "auto" | "none") => {
    const warnings: string[] = [];
    const deps = { processes: refusing };
    const input = { mode, path: ["/nowhere"], onWarning: (text: string) => warnings.push(text) };
    return { isolation: await chooseIsolation(input, deps), warnings };
  };
  await expect(choose("required")).rejects.toMatchObject({ code: "ISOLATION_MISSING" });
  const auto = await choose("auto");
  expect(auto.isolation.status).toBe("open");
  expect(auto.warnings).toHaveLength(1);
  expect(auto.warnings[0]).toMatch(/without isolation.*network/s);
  const none = await choose("none");
  expect(none.isolation.status).toBe("open");
  expect(none.warnings).toEqual([]);
});
