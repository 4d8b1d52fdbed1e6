import { createProcessRunner } from "../../src/adapters/process-runner.ts";
import { cleanPath } from "../../src/sandbox/clean-path.ts";
import { probeIsolation } from "../../src/sandbox/probe-isolation.ts";

/** Whether bubblewrap works on this machine; where it does not, the reason is printed, for tests that are skipped. */
export async function isBubblewrapHere(): Promise<boolean> {
  const probe = await probeIsolation(
    { path: cleanPath(process.env.PATH) },
    { processes: createProcessRunner() },
  );
  if (probe.status === "available") return true;
  console.warn(`skipped: ${probe.reason}. ${probe.hint}`);
  return false;
}
