import type { PlantedHost } from "../planted-host.ts";
import { type Probe, python } from "../probe.ts";

const keyFiles = [
  ...[".ssh/id_ed25519", ".aws/credentials", ".npmrc", ".netrc", ".config/gh/hosts.yml", ".git-credentials"],
  ...[".docker/config.json", ".kube/config", ".gnupg/private-keys-v1.d/key", ".bash_history", ".pypirc"],
];

/** Prints the mark when a shell command succeeds. */
const ifDone = (command: (host: PlantedHost) => string): Probe["command"] => {
  return (host) => `if ${command(host)}; then echo ${host.mark}; fi`;
};

/** Files of the host: to read, to write, to lead the supervisor to. */
export const fileProbes: readonly Probe[] = [
  ...keyFiles.map((path) => ({
    name: `reads ~/${path}`,
    command: (host: PlantedHost) => `cat ${host.home}/${path}; cat ~/${path}; cat /root/${path}`,
    hasControl: true,
  })),
  {
    name: "searches everything that it can read for the secret",
    // Not /usr and the like: they are the system's, and take long.
    command: (host) =>
      `grep -rslaI --exclude-dir=proc --exclude-dir=sys ${host.canary.slice(0, 10)} / --exclude-dir=usr --exclude-dir=opt --exclude-dir=.pyenv --exclude-dir=etc 2>/dev/null | sed 's/^/${host.mark} /'`,
    timeoutMs: 60_000,
  },
  {
    name: "reads another's file in the temporary folder",
    command: (host) => `cat ${host.elsewhere}/secret /tmp/*/secret`,
    hasControl: true,
  },
  {
    name: "reads the runner's command files",
    command: (host) => `cat ${host.runnerTemp}/env ${host.runnerTemp}/event.json`,
    hasControl: true,
  },
  {
    name: "writes to the runner's command files",
    command: (host) => `for f in env path output; do echo "EVIL=1" >> ${host.runnerTemp}/$f; done`,
    hasControl: true,
  },
  {
    name: "finds the runner's command files in its variables",
    command: () => 'echo x=1 >> "$GITHUB_ENV"; cat "$GITHUB_OUTPUT" "$RUNNER_TEMP/env"; env',
  },
  {
    name: "writes to a home",
    command: (host) => `echo evil >> ${host.sentinel}`,
    hasControl: true,
  },
  {
    name: "makes a file elsewhere on the host",
    command: (host) => `mkdir -p ${host.elsewhere}; touch ${host.harmed}`,
    hasControl: true,
  },
  {
    name: "writes through a symbolic link",
    command: (host) =>
      `ln -s ${host.sentinel} link; echo evil > link; ln -s ${host.elsewhere} dir; touch dir/harmed`,
    hasControl: true,
  },
  {
    name: "makes a hard link to a file outside",
    command: ifDone((host) => `ln ${host.sentinel} hard && cat hard || ln /etc/passwd hard`),
  },
  {
    name: "climbs out by dots, and by its own root",
    command: (host) =>
      `cat /../../../..${host.sentinel} /proc/self/root${host.sentinel} /proc/1/root${host.sentinel} /proc/self/cwd/../../../../..${host.sentinel}`,
    hasControl: true,
  },
  {
    name: "reads the list of passwords",
    command: ifDone(() => "cat /etc/shadow || cat /etc/gshadow || cat /etc/sudoers"),
    hasControl: process.getuid?.() === 0,
  },
  {
    name: "reads the system's settings that may hold tokens, and services' data",
    command: (host) =>
      `for f in /etc/npmrc /etc/pip.conf /etc/gitconfig /etc/netrc /etc/environment; do [ -s $f ] && echo ${host.mark} $f; done; for d in /etc/docker /etc/kubernetes /etc/apt/auth.conf.d /var/lib/docker /var/lib/jenkins /var/lib/postgresql /var/lib/systemd /var/log /var/spool /srv /mnt /media /boot /home/* /root/.ssh; do ls -A $d 2>/dev/null | grep -q . && echo ${host.mark} $d; done; true`,
  },
  {
    name: "writes to the system",
    command: ifDone((host) =>
      ["/etc", "/usr/bin", "/usr/lib", "/opt", "/bin", "/lib", "/var/lib", "/run", "/dev", "/sys", "/"]
        .map((folder) => `touch ${folder}/${host.mark} 2>/dev/null`)
        .join(" || "),
    ),
  },
  {
    name: "writes to Nightshift's own files",
    command: ifDone(
      () => "find /run/nightshift -not -path '/run/nightshift/out*' -writable ! -type l 2>/dev/null | grep .",
    ),
  },
  {
    name: "writes to the shared dependencies",
    command: ifDone(
      () => "echo evil >> node_modules/dep/index.js || rm -r node_modules/dep || touch node_modules/x",
    ),
  },
  {
    name: "puts its own folder over the shared dependencies",
    command: ifDone(() => "mv node_modules nm || rmdir node_modules || umount node_modules"),
  },
  {
    name: "reads the repository's real git directory",
    command: (host) =>
      `cat .git/canary; cat .git/nightshift/* ; ls -la .git/objects/; grep -rs ${host.canary} .git`,
  },
  {
    name: "reads the state root and other sandboxes",
    command: () =>
      `cat "$STATE_ROOT"/secret; find "$STATE_ROOT" -name secret -exec cat {} +; cat ../*/secret`,
  },
  {
    name: "makes a device and reads it",
    command: python(
      () => `
import stat
for major, minor in [(8, 0), (254, 0), (253, 0), (259, 0), (252, 0), (1, 1)]:
    for kind in (stat.S_IFBLK, stat.S_IFCHR):
        try:
            os.mknod("device", kind | 0o666, os.makedev(major, minor))
            open("device", "rb").read(16)
            print(mark)
        except OSError: pass`,
    ),
  },
  {
    name: "opens a file by handle, without a path",
    command: python(
      () => `
handle = struct.pack("Ii", 8, 1) + struct.pack("II", 2, 0) + bytes(120)
buffer = ctypes.create_string_buffer(handle, 136)
place = os.open(".", os.O_RDONLY)
if call(304, place, buffer, os.O_RDONLY) >= 0: print(mark)`,
    ),
  },
  {
    name: "leaves by chroot",
    command: python(
      () => `
try:
    os.mkdir("jail"); os.chroot("jail"); print(mark)
except OSError: pass`,
    ),
  },
];
