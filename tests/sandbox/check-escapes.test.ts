import { expect, it } from "vitest";
import type { ProcessResult } from "../../src/ports.ts";
import { checkEscapes } from "../../src/sandbox/check-escapes.ts";
import { isBubblewrapHere } from "../helpers/bubblewrap-here.ts";
import { openLocalSandbox } from "../helpers/local-sandbox.ts";
import { openSandboxRig } from "../helpers/sandbox-rig.ts";

const hasBubblewrap = await isBubblewrapHere();

it.skipIf(!hasBubblewrap)("finds nothing in an isolated sandbox", async () => {
  await using rig = await openSandboxRig();
  await using sandbox = await rig.pool.open("night/check", rig.commit);
  await expect(checkEscapes(sandbox)).resolves.toBeUndefined();
});

it("finds a sudo that asks for no password", async () => {
  await using sandbox = await openLocalSandbox({ files: { "bin/sudo": "#!/bin/sh\nexec true\n" } });
  const withSudo = {
    run: (command: Parameters<typeof sandbox.run>[0]) =>
      sandbox.run({ ...command, env: { PATH: `${sandbox.dir}/bin:/usr/bin:/bin` } }),
  };
  await expect(checkEscapes(withSudo)).rejects.toMatchObject({
    code: "ISOLATION_LEAKS",
    message: expect.stringContaining("sudo works without a password"),
  });
});

const result: ProcessResult = {
  ...{ status: "exited", exitCode: 0, stdout: "checked\n", stderr: "", isTruncated: false, durationMs: 1 },
};

it.each([
  [
    "a container engine's socket",
    { ...result, stdout: "/var/run/docker.sock is there\nchecked\n" },
    /docker\.sock/,
  ],
  ["a check that was cut off", { ...result, status: "timed-out", exitCode: null, stdout: "" }, /timed-out/],
  ["a check that said nothing", { ...result, stdout: "" }, /exited/],
] as const)("takes %s for a leak", async (_what, answer, message) => {
  await expect(checkEscapes({ run: async () => answer })).rejects.toThrow(message);
});
