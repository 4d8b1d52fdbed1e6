import { lstatSync, readdirSync, readlinkSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { isFolder } from "./is-folder.ts";
import type { Mount } from "./mount.ts";

/**
 * Folders that hold programs and settings of the system. Everything else on the machine's disks (homes, work folders, a
 * runner's temporary files, services' data, sockets) is simply not there: what is not named cannot leak.
 */
const folders = ["usr", "bin", "sbin", "lib", "lib32", "lib64", "libx32", "etc", "opt", "nix", "gnu"];
/** Of what packages and services keep, the part that programs are made of: Ruby's gems, LaTeX's formats, and so on. */
const deeperFolders = [
  ...["gems", "texmf", "ghc", "php/modules", "dpkg", "alternatives", "aspell", "javascript"].map(
    (name) => `/var/lib/${name}`,
  ),
  ...["/var/cache/fontconfig", "/var/cache/ldconfig"],
  // How many processors and how much memory there are. The rest of /sys tells about the machine and its network.
  ...["/sys/devices/system", "/sys/kernel/mm"],
];

/** Settings of the whole system that often hold tokens of registries, of proxies and of git servers. */
const credentialFiles = [
  ...["/etc/npmrc", "/etc/pip.conf", "/etc/pypirc", "/etc/netrc", "/etc/gitconfig", "/etc/git-credentials"],
  ...["/etc/environment", "/etc/wgetrc", "/etc/curlrc", "/etc/yarnrc", "/etc/boto.cfg", "/etc/rclone.conf"],
];
const credentialFolders = [
  ...["/etc/docker", "/etc/containers", "/etc/kubernetes", "/etc/rancher"],
  ...["/etc/apt/auth.conf.d", "/etc/environment.d", "/etc/NetworkManager", "/etc/wireguard"],
];
/** A folder in /opt with one of these is a runner of GitHub Actions or of GitLab, or an agent of Azure. */
const runnerFiles = [".credentials", ".credentials_rsaparams", ".runner", ".agent", "config.toml"];

/** Whether a path lies in a folder that `listSystemMounts` shows. */
export function isInSystemFolder(path: string): boolean {
  return [...folders.map((name) => `/${name}`), ...deeperFolders].some(
    (folder) => path === folder || path.startsWith(`${folder}/`),
  );
}

/**
 * The read-only system of this machine, without the credentials that lie around in it. With `network`, also where the
 * name servers are written down, and the settings that package managers need to reach their registries.
 */
export function listSystemMounts({
  network,
  emptyFile,
}: {
  readonly network: "none" | "host";
  /** An empty file to put over others, absolute; null: these files are shown as they are. */
  readonly emptyFile: string | null;
}): readonly Mount[] {
  return [
    ...folders.flatMap((name) => mountAsItIs(join("/", name))),
    ...deeperFolders.flatMap(mountAsItIs),
    { kind: "temporary", to: "/var/tmp" },
    { kind: "link", target: "/run", to: "/var/run" },
    ...[...credentialFolders, ...findRunners()].filter(isFolder).map(hide),
    ...(network === "host" ? mountNameServers() : coverFiles(emptyFile)),
  ];
}

function mountAsItIs(path: string): readonly Mount[] {
  const kind = lstatSync(path, { throwIfNoEntry: false });
  if (kind?.isSymbolicLink()) return [{ kind: "link", target: readlinkSync(path), to: path }];
  return kind?.isDirectory() ? [{ kind: "read-only", from: path, to: path }] : [];
}

/** Git ends with an error where a file of its own cannot be read, so each is there and empty. */
function coverFiles(emptyFile: string | null): readonly Mount[] {
  if (emptyFile === null) return [];
  return credentialFiles
    .filter((path) => lstatSync(path, { throwIfNoEntry: false })?.isFile())
    .map((to) => ({ kind: "read-only", from: emptyFile, to }));
}

function findRunners(): readonly string[] {
  return listNames("/opt")
    .map((name) => join("/opt", name))
    .filter((folder) => listNames(folder).some((name) => runnerFiles.includes(name)));
}

function hide(to: string): Mount {
  return { kind: "hidden", to };
}

function listNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** systemd keeps the list beneath /run, which is hidden. */
function mountNameServers(): readonly Mount[] {
  try {
    const file = realpathSync("/etc/resolv.conf");
    return isInSystemFolder(file) ? [] : [{ kind: "read-only", from: file, to: file }];
  } catch {
    return [];
  }
}
