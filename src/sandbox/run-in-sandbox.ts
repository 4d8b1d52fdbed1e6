import { realpath } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { ProcessResult, ProcessRunner, ProcessSpec } from "../ports.ts";
import { buildBubblewrapArguments, ownTemporaryFolders } from "./bubblewrap-arguments.ts";
import { openCommandGroup } from "./cgroup.ts";
import { buildCleanEnvironment } from "./clean-environment.ts";
import type { Isolation } from "./isolation.ts";
import type { Mount } from "./mount.ts";
import { readIsolatedResult } from "./read-isolated-result.ts";
import type { SandboxCommand } from "./sandbox.ts";
import { listSandboxMounts, type SandboxPlace } from "./sandbox-mounts.ts";
import { seenAt } from "./site.ts";
import { createUsageWatch } from "./watch-usage.ts";

/**
 * Runs a command of a sandbox, under isolation where there is some. A folder that is not in the work tree gives
 * `not-found`. Throws `ISOLATION_FAILED` when bubblewrap itself cannot start.
 */
export async function runInSandbox(
  command: SandboxCommand,
  place: SandboxPlace,
  deps: { readonly processes: ProcessRunner },
): Promise<ProcessResult> {
  const { isolation } = place.site;
  const folder = await findFolder(place.workTree.tree, command.cwd ?? ".");
  if (folder === null) return reportNoFolder(command);
  return isolation.status === "isolated"
    ? await runIsolated({ command, folder, isolation }, place, deps)
    : await runOpen(command, place, deps);
}

/** Runs a command in the same environment, but with nothing between it and the machine. */
export async function runOpen(
  command: SandboxCommand,
  place: SandboxPlace,
  deps: { readonly processes: ProcessRunner },
): Promise<ProcessResult> {
  const folder = await findFolder(place.workTree.tree, command.cwd ?? ".");
  if (folder === null) return reportNoFolder(command);
  return await deps.processes.run({
    ...pickLimits(command),
    argv: buildArgv(command),
    cwd: join(place.workTree.tree, folder),
    env: { ...buildEnvironment(place, place.workTree.home), ...command.env },
    watch: watchUsage(place, [], deps),
  });
}

async function runIsolated(
  {
    command,
    folder,
    isolation,
  }: {
    readonly command: SandboxCommand;
    /** Relative to the work tree. */
    readonly folder: string;
    readonly isolation: Extract<Isolation, { status: "isolated" }>;
  },
  place: SandboxPlace,
  deps: { readonly processes: ProcessRunner },
): Promise<ProcessResult> {
  const { site, workTree } = place;
  const network = command.network ?? "none";
  const env = { ...buildEnvironment(place, seenAt.home), ...command.env };
  const mounts = listSandboxMounts(place, { network });
  const temporaryFolders = [...ownTemporaryFolders, ...mounts.flatMap(pickTemporaryFolder)];
  const argv = buildBubblewrapArguments({
    bubblewrap: isolation.bubblewrap,
    programs: isolation.programs,
    argv: buildArgv(command),
    cwd: join(site.root, folder),
    mounts,
    network,
    limits: site.limits,
    loaderVariables: pickVariables(env, isLoaderVariable),
    user: workTree.owner?.user ?? null,
    hasFilter: isolation.filter !== null,
  });
  const group = site.cgroup === null ? null : openCommandGroup({ folder: site.cgroup, limits: site.limits });
  const result = await deps.processes.run({
    ...pickLimits(command),
    argv: group?.enter(argv) ?? argv,
    inputs: isolation.filter === null ? [] : [isolation.filter],
    cwd: "/",
    env: pickVariables(env, (name) => !isLoaderVariable(name)),
    watch: watchUsage(place, temporaryFolders, deps),
  });
  return readIsolatedResult((await group?.close(result)) ?? result);
}

function watchUsage(
  { site, workTree }: SandboxPlace,
  temporaryFolders: readonly string[],
  deps: { readonly processes: ProcessRunner },
): NonNullable<ProcessSpec["watch"]> {
  const { tree, out, home } = workTree;
  return createUsageWatch({ limits: site.limits, folders: [tree, out, home], temporaryFolders }, deps);
}

function pickTemporaryFolder(mount: Mount): readonly string[] {
  return mount.kind === "temporary" ? [mount.to] : [];
}

function buildArgv({ command }: SandboxCommand): readonly string[] {
  return typeof command === "string" ? ["/bin/sh", "-c", command] : command;
}

function pickLimits(
  command: SandboxCommand,
): Pick<ProcessSpec, "timeoutMs" | "maxOutputBytes" | "outputFiles" | "signal"> {
  const { timeoutMs, maxOutputBytes, outputFiles, signal } = command;
  return {
    timeoutMs,
    ...(maxOutputBytes === undefined ? {} : { maxOutputBytes }),
    ...(outputFiles === undefined ? {} : { outputFiles }),
    ...(signal === undefined ? {} : { signal }),
  };
}

function buildEnvironment({ site }: SandboxPlace, home: string): Readonly<Record<string, string>> {
  const { environment, path, toolchains } = site;
  return buildCleanEnvironment({ environment, path, home, variables: toolchains.variables });
}

/**
 * ld.so(8) would load a candidate's library into bubblewrap and into what still has root's rights. A gate may need the
 * variable none the less.
 */
function isLoaderVariable(name: string): boolean {
  return name.startsWith("LD_") || name === "GLIBC_TUNABLES" || name === "GCONV_PATH";
}

function pickVariables(
  env: Readonly<Record<string, string>>,
  isWanted: (name: string) => boolean,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => isWanted(name)));
}

/** A folder of the work tree, links resolved, relative to it; null when it is not there or leads out. */
async function findFolder(tree: string, cwd: string): Promise<string | null> {
  const root = await realpath(tree);
  const folder = await realpath(resolve(root, cwd)).catch(() => null);
  if (folder === root) return ".";
  return folder?.startsWith(`${root}/`) ? folder.slice(root.length + 1) : null;
}

function reportNoFolder({ cwd }: SandboxCommand): ProcessResult {
  return {
    status: "not-found",
    exitCode: null,
    stdout: "",
    stderr: `${cwd}: no such folder in the work tree\n`,
    isTruncated: false,
    durationMs: 0,
  };
}
