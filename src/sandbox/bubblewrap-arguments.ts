import { dirname } from "node:path";
import type { SystemPrograms } from "./isolation.ts";
import { buildLimitArguments, type Limits } from "./limit-arguments.ts";
import type { Mount } from "./mount.ts";

/** A command and all that it may see and use. */
export type IsolatedCommand = {
  readonly bubblewrap: string;
  readonly programs: SystemPrograms;
  readonly argv: readonly string[];
  /** Where it starts, as it sees it. */
  readonly cwd: string;
  /** In order; later ones cover earlier ones. */
  readonly mounts: readonly Mount[];
  readonly network: "none" | "host";
  readonly limits: Limits;
  /** Variables that would change how the programs before the command are loaded; set for the command alone. */
  readonly loaderVariables: Readonly<Record<string, string>>;
  /** Number of the user that root runs it as; null: the user that is there already, in a namespace of its own. */
  readonly user: number | null;
  /** Whether descriptor 3 holds a filter of system calls. */
  readonly hasFilter: boolean;
};

/** The first descriptor of `ProcessSpec.inputs`. */
const filterDescriptor = "3";

/**
 * The argv that runs a command under bubblewrap: an empty root with the mounts alone, private /proc, /dev and /tmp, no
 * network unless shared (loopback works), no capabilities, a session of its own, ended with its parent. Variables are
 * not part of it, since every process can read the arguments of another. See bwrap(1).
 */
export function buildBubblewrapArguments(command: IsolatedCommand): readonly string[] {
  const { user, limits, programs } = command;
  return [
    command.bubblewrap,
    ...namespaces(command),
    ...(command.hasFilter ? ["--seccomp", filterDescriptor] : []),
    ...["--die-with-parent", "--new-session", "--cap-drop", "ALL"],
    ...(user === null ? [] : dropCapabilities.flatMap((name) => ["--cap-add", name])),
    ...["--tmpfs", "/", "--proc", "/proc", "--dev", "/dev"],
    ...buildMountArguments(
      [...ownTemporaryFolders.map((to) => ({ kind: "temporary" as const, to })), ...command.mounts],
      limits,
    ),
    // An ordinary user owns what bubblewrap makes for it, and could fill it.
    ...["/dev", ...command.mounts.flatMap(pickHiddenFolder), "/"].flatMap((to) => ["--remount-ro", to]),
    ...["--chdir", command.cwd, "--"],
    ...(user === null ? [] : [programs.setpriv, ...buildUserArguments(user), "--"]),
    ...[programs.prlimit, ...buildLimitArguments(limits), "--"],
    ...buildLoaderArguments(command),
    ...command.argv,
  ];
}

/** Temporary folders that every command has, beside those among its mounts. */
export const ownTemporaryFolders: readonly string[] = ["/dev/shm", "/tmp"];

/** What setpriv needs to become another user; it gives all of it up before the command starts. */
const dropCapabilities = ["CAP_SETUID", "CAP_SETGID", "CAP_SETPCAP"];

function namespaces({ user, network }: IsolatedCommand): readonly string[] {
  const all = ["--unshare-ipc", "--unshare-pid", "--unshare-uts", "--unshare-cgroup-try"];
  return [
    ...(user === null ? ["--unshare-user"] : []),
    ...all,
    ...(network === "none" ? ["--unshare-net"] : []),
  ];
}

function buildUserArguments(user: number): readonly string[] {
  return [
    ...[`--reuid=${user}`, `--regid=${user}`, "--clear-groups", "--no-new-privs"],
    ...["--bounding-set=-all", "--inh-caps=-all", "--ambient-caps=-all"],
  ];
}

function buildLoaderArguments({ programs, loaderVariables }: IsolatedCommand): readonly string[] {
  const assignments = Object.entries(loaderVariables).map(([name, value]) => `${name}=${value}`);
  return assignments.length === 0 ? [] : [programs.env, ...assignments];
}

function buildMountArguments(mounts: readonly Mount[], limits: Limits): readonly string[] {
  const made = new Set(["/"]);
  const result: string[] = [];
  for (const mount of mounts) {
    // bubblewrap makes missing parents itself, but closed to all users but its own.
    for (const folder of listMissingParents(mount.to, made)) {
      result.push("--perms", "0755", "--dir", folder);
      made.add(folder);
    }
    result.push(...buildMount(mount, limits));
    made.add(mount.to);
  }
  return result;
}

/** Parents from the top down, up to the first that a mount covers already: beneath it nothing is ours to make. */
function listMissingParents(path: string, made: ReadonlySet<string>): readonly string[] {
  const missing: string[] = [];
  for (let folder = dirname(path); !made.has(folder); folder = dirname(folder)) missing.unshift(folder);
  return missing;
}

function pickHiddenFolder(mount: Mount): readonly string[] {
  return mount.kind === "hidden" ? [mount.to] : [];
}

function buildMount(mount: Mount, { memoryMb }: Limits): readonly string[] {
  switch (mount.kind) {
    case "read-only":
      return ["--ro-bind", mount.from, mount.to];
    case "writable":
      return ["--bind", mount.from, mount.to];
    case "temporary":
      return ["--perms", "1777", "--size", String(memoryMb * 1024 * 1024), "--tmpfs", mount.to];
    case "hidden":
      return ["--perms", "0555", "--size", "4096", "--tmpfs", mount.to];
    case "link":
      return ["--symlink", mount.target, mount.to];
    default:
      return mount satisfies never;
  }
}
