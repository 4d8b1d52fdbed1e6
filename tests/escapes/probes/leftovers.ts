import { type Probe, python } from "../probe.ts";

/** What makes cleaning up hard: the sandbox must be as new afterwards, and nothing beside it may be touched. */
export const leftoverProbes: readonly Probe[] = [
  {
    name: "closes its folders",
    command: () =>
      "mkdir -p c/d/e; touch c/d/e/f; chmod 000 c/d/e c/d c; chmod 000 a.txt; chmod 500 . ; chmod 000 src",
  },
  {
    name: "makes a tree that is deeper than a path can be long",
    command: python(
      () => `
for _ in range(6000):
    os.mkdir("d"); os.chdir("d")
open("bottom", "w").write("x")`,
    ),
  },
  {
    name: "uses names that are no text, and names that look like options",
    command: python(
      () => `
names = [b"-rf", b"--", b"\\xff\\xfe", b"new\\nline", b"\\x1b]0;evil\\x07", b" ", b"x" * 255, b"*", b"\\"'\`$(touch x)", "\\u202etxt".encode()]
for name in names:
    open(name, "w").write("x"); os.mkdir(b"dir" + name[:200]); open(b"dir" + name[:200] + b"/" + name, "w")`,
    ),
  },
  {
    name: "leaves pipes, sockets, loops of links, and links to elsewhere",
    command: (host) =>
      `mkfifo p src/p; ln -s loop loop; ln -s . self; ln -s ${host.home} homelink; rm -rf src; ln -s ${host.home} src; ln -sf ${host.sentinel} a.txt; ln -s / rootlink; python3 -c "import socket; s=socket.socket(socket.AF_UNIX); s.bind('sock')"`,
  },
  {
    name: "leaves links in the place of the folders around it",
    command: (host) =>
      `cd /; rm -rf "$OUT"/* ; ln -s ${host.home} "$OUT"/report; rmdir "$OUT" && ln -s ${host.home} "$OUT"; rm -rf "$TREE"/.git; ln -s ${host.home}/.ssh "$TREE"/.git; true`,
  },
  {
    name: "makes files that cannot be changed",
    command: (host) =>
      `echo x > fixed; chattr +i fixed && echo ${host.mark}; chattr +a a.txt && echo ${host.mark}; setfattr -n user.x -v y a.txt; setfattr -n security.capability -v 0x01 a.txt && echo ${host.mark}; true`,
  },
  {
    name: "makes tens of thousands of files and hard links",
    command: python(
      () => `
os.mkdir("many")
for n in range(20000): open(f"many/{n}", "w").close()
for n in range(2000): os.link("a.txt", f"many/l{n}")`,
    ),
    timeoutMs: 60_000,
  },
  {
    name: "swaps a file for a link while it is cleaned",
    command: (host) =>
      `(setsid sh -c 'export MARK=${host.mark}; while :; do rm -rf src; ln -sfn ${host.home} src; rm -f src; mkdir -p src; done' >/dev/null 2>&1 &); sleep 0.2`,
  },
  {
    name: "swaps names of the work tree's files",
    command: () => "mv a.txt b.txt; mkdir a.txt; touch a.txt/a.txt; mv src lib; echo x > src; rm -rf lib",
  },
];
