import { type Probe, python } from "../probe.ts";

/** Prints the mark when a system call (x64 numbers) gives no error. */
const succeeds = (name: string, ...calls: readonly string[]): Probe => ({
  name,
  command: python(() => calls.map((args) => `if call(${args}) >= 0: print(mark)`).join("\n")),
});

/** The kernel itself, and what it shows of the machine. */
export const kernelProbes: readonly Probe[] = [
  {
    name: "makes a namespace with rights of its own",
    command: (host) =>
      `unshare -Ur true && echo ${host.mark}; unshare -m true && echo ${host.mark}; unshare -n true && echo ${host.mark}; unshare -p -f true && echo ${host.mark}; bwrap --unshare-all --ro-bind / / true && echo ${host.mark}; true`,
    hasControl: true,
  },
  succeeds("makes a namespace by clone and by clone3", "56, 0x10000000 | 17, 0, 0, 0, 0", "435, 0, 0"),
  succeeds(
    "enters another namespace",
    "308, os.open('/proc/self/ns/net', os.O_RDONLY), 0",
    "308, os.open('/proc/1/ns/mnt', os.O_RDONLY) if os.access('/proc/1/ns/mnt', 4) else -1, 0",
  ),
  succeeds(
    "mounts",
    "165, b'none', b'/tmp', b'tmpfs', 0, 0",
    "165, b'/', b'/tmp', 0, 4096, 0",
    "166, b'/proc', 2",
    "430, b'tmpfs', 0",
    "428, -100, b'/', 1",
  ),
  succeeds(
    "makes the read-only system writable",
    "165, 0, b'/usr', 0, 4096 | 32, 0",
    "165, 0, b'/', 0, 32, 0",
  ),
  succeeds(
    "loads a program into the kernel",
    "321, 0, ctypes.create_string_buffer(struct.pack('IIII', 2, 4, 4, 1) + bytes(112)), 128",
  ),
  succeeds(
    "reads performance counters",
    "298, ctypes.create_string_buffer(struct.pack('IIQ', 1, 128, 0) + bytes(112)), 0, -1, -1, 0",
  ),
  succeeds("uses io_uring", "425, 4, ctypes.create_string_buffer(120)"),
  succeeds("handles page faults itself", "323, 1"),
  succeeds(
    "sets the clock",
    "227, 0, ctypes.create_string_buffer(struct.pack('qq', int(time.time()), 0))",
    "159, ctypes.create_string_buffer(struct.pack('I', 1) + bytes(204))",
    "164, ctypes.create_string_buffer(struct.pack('qq', int(time.time()), 0)), 0",
  ),
  succeeds("loads a module", "175, b'x', 1, b''", "313, 0, b'', 0", "176, b'none', 0"),
  succeeds(
    "reads and clears the kernel's log",
    "103, 3, ctypes.create_string_buffer(4096), 4096",
    "103, 10, 0, 0",
  ),
  succeeds("switches swap and accounting", "167, b'a.txt', 0", "163, b'a.txt'"),
  succeeds("changes the machine's name", "170, b'evil', 4", "171, b'evil', 4"),
  {
    name: "reads and adds keys of the session",
    command: python(
      () => `
for ring in (-3, -4, -5):
    if call(248, b"user", b"probe", b"x", 1, ring) >= 0: print(mark)
    if call(250, 11, ring, ctypes.create_string_buffer(64), 64) >= 0: print(mark)
if call(249, b"user", b"probe", None, 0) >= 0: print(mark)
if call(250, 1, None) >= 0: print(mark)`,
    ),
    hasControl: true,
  },
  {
    name: "types into a terminal",
    command: python(
      () => `
import fcntl, pty
for path in ["/dev/tty", "/dev/console", "/dev/tty0", "/dev/pts/0"]:
    try: fcntl.ioctl(os.open(path, os.O_RDWR), 0x5412, b"x"); print(mark)
    except OSError: pass
# Also into one of its own, since the next kernel hole may be there.
leader, follower = pty.openpty()
os.setsid() if os.getsid(0) != os.getpid() and os.getpgid(0) != os.getpid() else None
try:
    fcntl.ioctl(follower, 0x540E, 0); fcntl.ioctl(follower, 0x5412, b"x"); print(mark)
except OSError: pass`,
    ),
  },
  {
    name: "reads the machine's devices and memory",
    command: (host) =>
      `for d in /dev/mem /dev/kmem /dev/kmsg /dev/port /dev/sda /dev/vda /dev/nvme0n1 /dev/dm-0 /dev/loop0 /dev/fuse /dev/kvm /dev/vhost-vsock /dev/net/tun /dev/input/event0 /dev/mapper/control /proc/kcore /proc/kmsg; do [ -r $d ] && head -c 8 $d >/dev/null 2>&1 && echo ${host.mark} $d; done; true`,
    hasControl: process.getuid?.() === 0,
  },
  {
    name: "finds a device that it has no use for",
    command: (host) =>
      `ls -A /dev | grep -vxE 'core|fd|full|null|ptmx|pts|random|shm|stderr|stdin|stdout|tty|urandom|zero' | sed 's/^/${host.mark} /'; true`,
  },
  {
    name: "writes to the kernel's settings",
    command: (host) =>
      `for f in kernel/core_pattern kernel/hostname vm/drop_caches kernel/sysrq net/ipv4/ip_forward kernel/modprobe kernel/keys/maxkeys; do sh -c "echo 1 > /proc/sys/$f" 2>/dev/null && echo ${host.mark} $f; done; echo b > /proc/sysrq-trigger 2>/dev/null && echo ${host.mark}; for p in oom_score_adj; do echo -1000 > /proc/self/$p && echo ${host.mark} $p; done; true`,
  },
  {
    name: "finds the machine in /sys",
    command: (host) =>
      `ls /sys/fs/cgroup /sys/class/net /sys/kernel/debug /sys/kernel/security /sys/firmware /sys/class/dmi /sys/block 2>/dev/null | grep . && echo ${host.mark}; find /sys -writable -not -type l 2>/dev/null | head -3 | grep . && for f in $(find /sys -type f -writable 2>/dev/null | head -3); do echo 1 > $f && echo ${host.mark}; done; true`,
    hasControl: true,
  },
  {
    name: "runs on in a cgroup's release agent",
    command: (host) =>
      `mkdir cg; mount -t cgroup -o rdma none cg && echo ${host.mark}; for f in $(find / -xdev -name release_agent -o -name cgroup.procs 2>/dev/null); do echo 1 > $f && echo ${host.mark}; done; true`,
  },
  {
    name: "uses another architecture's system calls",
    command: python(
      () => `
import mmap
# mov eax, 20 (getpid of 32-bit code); int 0x80; ret
code = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
code.write(bytes([0xB8, 20, 0, 0, 0, 0xCD, 0x80, 0xC3]))
function = ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(code)))
if function() == os.getpid(): print(mark)
if call(0x40000000 | 39) >= 0: print(mark)`,
    ),
  },
];
