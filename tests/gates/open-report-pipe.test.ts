import { describe, expect, it } from "vitest";
import { openReportPipe } from "../../src/gates/open-report-pipe.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { isBubblewrapHere } from "../helpers/bubblewrap-here.ts";
import { openLocalSandbox } from "../helpers/local-sandbox.ts";
import { openSandboxRig } from "../helpers/sandbox-rig.ts";

const hasBubblewrap = await isBubblewrapHere();
const MAX_BYTES = 1024 * 1024;

/** Runs a shell command with `$REPORT` in a sandbox and says what arrived. */
async function listen(sandbox: Sandbox, command: string, maxBytes = MAX_BYTES) {
  await using pipe = await openReportPipe("report", { sandbox, maxBytes });
  if (pipe === null) throw new Error("no pipe");
  const env = { REPORT: `${sandbox.outMountPath}/report` };
  const run = await sandbox.run({ command, env, timeoutMs: 20_000 });
  return { run, report: pipe.read() };
}

describe.each(["local", "isolated"])("in a %s sandbox", (kind) => {
  const isMissing = kind === "isolated" && !hasBubblewrap;
  const use = async (act: (sandbox: Sandbox) => Promise<void>): Promise<void> => {
    if (kind === "local") {
      await using sandbox = await openLocalSandbox({ files: {} });
      return await act(sandbox);
    }
    await using rig = await openSandboxRig();
    await using sandbox = await rig.pool.open("c1/1", rig.commit);
    await act(sandbox);
  };

  it.skipIf(isMissing)("hears a report that is larger than a pipe holds, in order", () =>
    use(async (sandbox) => {
      const { report } = await listen(sandbox, 'seq 1 50000 > "$REPORT"');
      const lines = Array.from({ length: 50_000 }, (_, index) => `${index + 1}\n`);
      expect(report).toEqual({ status: "read", text: lines.join("") });
    }),
  );

  it.skipIf(isMissing)("still has what was written first when it is written again", () =>
    use(async (sandbox) => {
      const { report } = await listen(sandbox, 'echo true > "$REPORT"; echo forged > "$REPORT"');
      expect(report).toEqual({ status: "read", text: "true\nforged\n" });
    }),
  );

  it.skipIf(isMissing)("does not hear a file put in its place", () =>
    use(async (sandbox) => {
      const { report } = await listen(sandbox, 'rm "$REPORT"; echo forged > "$REPORT"');
      expect(report).toEqual({ status: "missing" });
    }),
  );

  it.skipIf(isMissing)("says that a report is too large, and lets its writer end", () =>
    use(async (sandbox) => {
      const { run, report } = await listen(sandbox, 'head -c 300000 /dev/zero > "$REPORT"', 100_000);
      expect(run).toMatchObject({ status: "exited", exitCode: 0 });
      expect(report.status).toBe("refused");
    }),
  );
});

it.skipIf(!hasBubblewrap)("cannot be read by what writes to it", async () => {
  await using rig = await openSandboxRig();
  await using sandbox = await rig.pool.open("c1/1", rig.commit);
  const { run, report } = await listen(sandbox, 'echo true > "$REPORT"; cat "$REPORT"');
  expect(run.exitCode).not.toBe(0);
  expect(report).toEqual({ status: "read", text: "true\n" });
});

it("is not there where the system cannot make one", async () => {
  await using sandbox = await openLocalSandbox({ files: {}, env: { PATH: "/nowhere" } });
  expect(await openReportPipe("report", { sandbox, maxBytes: 10 })).toBeNull();
});
