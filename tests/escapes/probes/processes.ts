import { type Probe, python } from "../probe.ts";

/** Other processes of the host: to see, to read, to signal, to outlive. */
export const processProbes: readonly Probe[] = [
  {
    name: "reads the variables of its parent and of process 1",
    command: () => "cat /proc/1/environ /proc/$PPID/environ /proc/self/environ | tr '\\0' '\\n'",
  },
  {
    name: "reads the variables of every process",
    command: () => "cat /proc/[0-9]*/environ | tr '\\0' '\\n'",
    hasControl: true,
  },
  {
    name: "reads the arguments of every process",
    command: () => "cat /proc/[0-9]*/cmdline | tr '\\0' '\\n'",
    hasControl: true,
  },
  {
    name: "sees a process of the host by its number",
    command: (host) =>
      `if [ -e /proc/${host.victim}/stat ] && kill -0 ${host.victim}; then echo ${host.mark}; fi`,
    hasControl: true,
  },
  {
    name: "reads the memory and the files of process 1",
    command: (host) =>
      `head -c 100 /proc/1/mem 2>/dev/null && echo ${host.mark}; ls -l /proc/1/fd /proc/1/cwd /proc/1/exe; cat /proc/1/root${host.sentinel} /proc/1/cwd/../../..${host.sentinel}`,
  },
  {
    name: "kills whatever it can",
    command: (host) => `kill -9 ${host.victim}; (kill -9 -1); true`,
  },
  {
    name: "kills a process of the host",
    command: (host) => `kill -9 ${host.victim} -${host.victim}`,
  },
  {
    name: "traces a process of the host",
    command: python(
      (host) => `
if libc.ptrace(16, ${host.victim}, 0, 0) == 0: print(mark); libc.ptrace(17, ${host.victim}, 0, 0)`,
    ),
    hasControl: true,
  },
  {
    // It is the same user's where there is no other, and has no more rights; so what counts is what it holds.
    name: "searches the memory of process 1, by tracing it",
    command: python(
      () => `
import re
libc.ptrace(16, 1, 0, 0)
try:
    memory = open("/proc/1/mem", "rb", 0)
    for line in open("/proc/1/maps"):
        start, end = (int(part, 16) for part in line.split()[0].split("-"))
        try: print(*re.findall(rb"(?:c4nary-|API_TOKEN|GITHUB_)[^\\x00]*", os.pread(memory.fileno(), end - start, start)))
        except (OSError, OverflowError): pass
except OSError as error: print(error)
libc.ptrace(17, 1, 0, 0)`,
    ),
  },
  {
    name: "reads the memory of a process of the host",
    command: python(
      (host) => `
buffer = ctypes.create_string_buffer(8)
class Vector(ctypes.Structure): _fields_ = [("base", ctypes.c_void_p), ("length", ctypes.c_size_t)]
maps = ""
try: maps = open("/proc/${host.victim}/maps").readline()
except OSError: pass
start = int(maps.split("-")[0], 16) if maps else 0x400000
local, remote = Vector(ctypes.addressof(buffer), 8), Vector(start, 8)
if call(310, ${host.victim}, ctypes.byref(local), 1, ctypes.byref(remote), 1, 0) == 8: print(mark)`,
    ),
    hasControl: true,
  },
  {
    name: "changes the priority of a process of the host",
    command: python(
      (host) => `
try: os.setpriority(os.PRIO_PROCESS, ${host.victim}, 5); print(mark)
except OSError: pass`,
    ),
    hasControl: true,
  },
  {
    name: "goes before others: nice, ionice, real time",
    command: python(
      () => `
try: os.setpriority(os.PRIO_PROCESS, 0, -10); print(mark)
except OSError: pass
if call(251, 1, 0, (1 << 13) | 0) == 0: print(mark)
try: os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(50)); print(mark)
except OSError: pass`,
    ),
  },
  {
    name: "reads what was open before it",
    command: python(
      () => `
for number in range(3, 1024):
    try: os.fstat(number)
    except OSError: continue
    target = os.readlink(f"/proc/self/fd/{number}")
    # What the supervisor itself was started with is covered by nothing.
    if target != "/dev/null": print(mark, number, target)`,
    ),
  },
  {
    name: "takes the supervisor's input",
    command: (host) => `if read line; then echo ${host.mark}; fi`,
  },
  {
    name: "leaves a daemon in a session of its own",
    command: (host) =>
      `setsid sh -c 'exec sleep 300' ${host.mark} & setsid -f env MARK=${host.mark} sleep 300`,
  },
  {
    name: "leaves a daemon by forking twice, without output",
    command: python(
      () => `
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        for number in range(3): os.close(number)
        os.execve("/bin/sleep", ["sleep", "300"], {"MARK": mark})
    os._exit(0)
time.sleep(0.3)`,
    ),
  },
  {
    name: "outlives a time-out, deaf to every signal",
    command: (host) =>
      `trap '' TERM HUP INT QUIT; (trap '' TERM HUP; MARK=${host.mark} setsid sh -c "trap '' TERM HUP; while :; do sleep 0.1; done") & while :; do sleep 0.1; done`,
    timeoutMs: 800,
  },
  {
    name: "closes its output and goes on",
    command: (host) => `MARK=${host.mark} exec sh -c 'exec >&- 2>&- <&-; while :; do sleep 0.2; done'`,
    timeoutMs: 800,
  },
  {
    name: "stops its own side of the wall",
    command: (host) => `kill -STOP 1; kill -STOP $PPID; (MARK=${host.mark} setsid sleep 300 &) ; sleep 0.2`,
    timeoutMs: 3_000,
  },
  {
    name: "gets rights from a program that has them",
    command: (host) =>
      `for p in su sudo mount umount passwd chsh newgrp pkexec; do :; done; for c in "su -c id" "sudo -n id" "pkexec id" "newgrp root" "mount -t tmpfs none /tmp"; do timeout 2 $c </dev/null 2>&1 | grep -q 'uid=0' && echo ${host.mark}; done; cp /bin/sh suid && chmod 6755 suid && ./suid -pc id | grep -q 'uid=0\\|euid=0' && echo ${host.mark}; true`,
  },
  {
    name: "has a capability, or may gain one",
    command: (host) =>
      `grep -E '^Cap(Inh|Prm|Eff|Amb):' /proc/self/status | grep -v '0000000000000000' && echo ${host.mark}; grep -q 'NoNewPrivs:.*1' /proc/self/status || echo ${host.mark}; grep -q 'Seccomp:.*2' /proc/self/status || echo ${host.mark}`,
    hasControl: true,
  },
];
