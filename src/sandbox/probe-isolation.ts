import { access, constants, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ProcessRunner } from "../ports.ts";
import { buildBubblewrapArguments } from "./bubblewrap-arguments.ts";
import type { Isolation, SystemPrograms } from "./isolation.ts";
import { buildSeccompFilter } from "./seccomp-filter.ts";
import { listSystemMounts } from "./system-mounts.ts";

/** Whether candidate code can be isolated here. */
export type IsolationProbe =
  | (Omit<Extract<Isolation, { status: "isolated" }>, "status"> & { readonly status: "available" })
  | { readonly status: "missing"; readonly reason: string; readonly hint: string };

/** Any number will do that is no one's: systemd's range for users that come and go. */
const probeUser = 61_184;
const probeMs = 10_000;

/** Runs a program under bubblewrap in earnest, since only that shows what the kernel and its settings allow. */
export async function probeIsolation(
  { path, platform = process.platform }: { readonly path: readonly string[]; readonly platform?: string },
  { processes }: { readonly processes: ProcessRunner },
): Promise<IsolationProbe> {
  if (platform !== "linux") {
    return {
      status: "missing",
      reason: `bubblewrap needs Linux, and this is ${platform}`,
      hint: "Run Nightshift on Linux or in a Linux container to isolate candidate code.",
    };
  }
  const bubblewrap = await findProgram("bwrap", path);
  if (bubblewrap === null) {
    return {
      status: "missing",
      reason: "bubblewrap (bwrap) is not installed",
      hint: "Install it: `apt-get install bubblewrap`, `dnf install bubblewrap` or `pacman -S bubblewrap`.",
    };
  }
  const programs = await findSystemPrograms();
  if (programs === null) {
    return {
      status: "missing",
      reason: "setpriv, prlimit or env is not installed",
      hint: "Install util-linux and coreutils: `apt-get install util-linux coreutils`.",
    };
  }
  const filter = buildSeccompFilter(process.arch);
  const run = (argv: readonly string[], inputs: readonly Uint8Array[] = []) =>
    processes.run({ argv, inputs, cwd: "/", env: { PATH: path.join(":"), LC_ALL: "C" }, timeoutMs: probeMs });
  const tries = process.getuid?.() === 0 ? [probeUser, null] : [null];
  let complaint = "";
  for (const user of tries) {
    const result = await run(
      buildBubblewrapArguments({
        bubblewrap,
        programs,
        loaderVariables: {},
        argv: ["true"],
        cwd: "/",
        mounts: listSystemMounts({ network: "none", emptyFile: null }),
        network: "none",
        limits: { memoryMb: 1024, processMemoryMb: 1024, processes: 64, openFiles: 256, diskMb: 16 },
        user,
        hasFilter: filter !== null,
      }),
      filter === null ? [] : [filter],
    );
    if (result.exitCode === 0) {
      const version = (await run([bubblewrap, "--version"])).stdout.trim().replace(/^bubblewrap /, "");
      return { status: "available", version, bubblewrap, programs, dropUser: user !== null, filter };
    }
    complaint = result.stderr.trim().split("\n")[0] ?? result.status;
  }
  return { status: "missing", reason: `bubblewrap does not start: ${complaint}`, hint: await findHint() };
}

/** Settings that keep ordinary users from making namespaces, and the value of each that allows it. */
const kernelSettings = [
  { name: "kernel.apparmor_restrict_unprivileged_userns", allowed: /^0$/, value: "0" },
  { name: "kernel.unprivileged_userns_clone", allowed: /^1$/, value: "1" },
  { name: "user.max_user_namespaces", allowed: /^[1-9]/, value: "15000" },
];

async function findHint(): Promise<string> {
  for (const { name, allowed, value } of kernelSettings) {
    const current = await readFile(join("/proc/sys", name.replaceAll(".", "/")), "utf8").catch(() => null);
    if (current !== null && !allowed.test(current.trim())) {
      return `Allow user namespaces: \`sudo sysctl -w ${name}=${value}\`.`;
    }
  }
  return "Allow user namespaces here; in a container, start it with `--security-opt seccomp=unconfined` or `--privileged`.";
}

/** Folders that only the system's administrator writes to. */
const systemFolders = ["/usr/bin", "/bin", "/usr/sbin", "/sbin"];

async function findSystemPrograms(): Promise<SystemPrograms | null> {
  const [setpriv, prlimit, env] = await Promise.all(
    ["setpriv", "prlimit", "env"].map((name) => findProgram(name, systemFolders)),
  );
  return setpriv && prlimit && env ? { setpriv, prlimit, env } : null;
}

async function findProgram(name: string, path: readonly string[]): Promise<string | null> {
  for (const folder of path) {
    const program = join(folder, name);
    const isThere = await access(program, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return program;
  }
  return null;
}
