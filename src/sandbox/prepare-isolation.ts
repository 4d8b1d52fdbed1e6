import type { ProcessResult, ProcessRunner } from "../ports.ts";
import { cleanPath } from "./clean-path.ts";
import { probeIsolation } from "./probe-isolation.ts";

/** Whether candidate code can be held here now, and what was done for it. */
export type PreparedIsolation =
  | { readonly status: "ready"; readonly version: string; readonly steps: readonly string[] }
  | { readonly status: "failed"; readonly reason: string; readonly hint: string };

const packageMs = 5 * 60_000;
const settingMs = 30_000;
const restriction = "kernel.apparmor_restrict_unprivileged_userns";

/**
 * Makes isolation possible on a runner: installs bubblewrap by apt where it is missing, and lifts AppArmor's restriction
 * of user namespaces, both with the runner's own password-less sudo (not at all as root). What is there already is left
 * alone. Never throws for what the machine refuses: the reason says what it was.
 */
export async function prepareIsolation(
  input: {
    readonly environment: Readonly<Record<string, string | undefined>>;
    readonly platform?: string;
  },
  deps: { readonly processes: ProcessRunner },
): Promise<PreparedIsolation> {
  const { environment, platform = process.platform } = input;
  const path = cleanPath(environment.PATH);
  const steps: string[] = [];
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "--non-interactive"];
  const run = (argv: readonly string[], timeoutMs: number): Promise<ProcessResult> =>
    deps.processes.run({
      argv: [...asRoot, ...argv],
      ...{
        cwd: "/",
        timeoutMs,
        env: { PATH: path.join(":"), LC_ALL: "C", DEBIAN_FRONTEND: "noninteractive" },
      },
    });
  const first = await probeIsolation({ path, platform }, deps);
  if (first.status === "available") return { status: "ready", version: first.version, steps };
  if (platform !== "linux") return { status: "failed", reason: first.reason, hint: elsewhere };
  const complaints: string[] = [];
  if (first.reason.includes("is not installed")) {
    // A fresh image may know no package at all; one that does needs no update.
    const install = ["apt-get", "install", "--yes", "--no-install-recommends", "bubblewrap", "util-linux"];
    let installed = await run(install, packageMs);
    if (installed.exitCode !== 0) {
      await run(["apt-get", "update"], packageMs);
      installed = await run(install, packageMs);
    }
    if (installed.exitCode === 0) steps.push("installed bubblewrap");
    else complaints.push(`apt-get install bubblewrap: ${lastLine(installed)}`);
  }
  const second = await probeIsolation({ path, platform }, deps);
  if (second.status === "available") return { status: "ready", version: second.version, steps };
  const lifted = await run(["sysctl", "--write", `${restriction}=0`], settingMs);
  if (lifted.exitCode === 0) steps.push(`set ${restriction}=0`);
  else complaints.push(`sysctl ${restriction}=0: ${lastLine(lifted)}`);
  const third = await probeIsolation({ path, platform }, deps);
  if (third.status === "available") return { status: "ready", version: third.version, steps };
  const tried = complaints.length === 0 ? "" : ` (${complaints.join("; ")})`;
  return { status: "failed", reason: `${third.reason}${tried}`, hint: third.hint };
}

const elsewhere =
  "Run the job on a Linux runner (`runs-on: ubuntu-24.04`). With `isolation: none` the campaign runs here all the same, " +
  "unprotected, and publish then refuses what it promotes unless verify ran isolated.";

function lastLine({ stderr, status }: ProcessResult): string {
  return stderr.trim().split("\n").at(-1) || status;
}
