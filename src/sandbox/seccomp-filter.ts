/**
 * Ways into the kernel that no test suite needs and that reach past namespaces, or have often been holes in them: keys
 * of the login session, other namespaces, eBPF, performance counters, io_uring, page faults in user space, clocks,
 * modules. Numbers from the kernel's syscall tables, `x64` and `arm64`.
 */
const refused = {
  add_key: [248, 217],
  request_key: [249, 218],
  keyctl: [250, 219],
  bpf: [321, 280],
  perf_event_open: [298, 241],
  userfaultfd: [323, 282],
  setns: [308, 268],
  mount: [165, 40],
  umount2: [166, 39],
  pivot_root: [155, 41],
  chroot: [161, 51],
  move_mount: [429, 429],
  open_tree: [428, 428],
  fsopen: [430, 430],
  fsconfig: [431, 431],
  fsmount: [432, 432],
  fspick: [433, 433],
  mount_setattr: [442, 442],
  swapon: [167, 224],
  swapoff: [168, 225],
  reboot: [169, 142],
  kexec_load: [246, 104],
  kexec_file_load: [320, 294],
  init_module: [175, 105],
  finit_module: [313, 273],
  delete_module: [176, 106],
  acct: [163, 89],
  quotactl: [179, 60],
  syslog: [103, 116],
  settimeofday: [164, 170],
  clock_settime: [227, 112],
  clock_adjtime: [305, 266],
  adjtimex: [159, 171],
  open_by_handle_at: [304, 265],
} as const satisfies Readonly<Record<string, readonly [x64: number, arm64: number]>>;

/** Programs ask for these first and have another way where the kernel does not know them. */
const unknownHere = {
  io_uring_setup: [425, 425],
  io_uring_enter: [426, 426],
  io_uring_register: [427, 427],
  // Its flags are in memory, where a filter cannot look; the C library then uses clone.
  clone3: [435, 435],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;

const unshare = [272, 97] as const;
const clone = [56, 220] as const;
const ioctl = [16, 29] as const;
const socket = [41, 198] as const;

/** Any namespace; see clone(2). CLONE_NEWTIME, NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET. */
const namespaceFlags =
  0x80 | 0x00020000 | 0x02000000 | 0x04000000 | 0x08000000 | 0x10000000 | 0x20000000 | 0x40000000;
/** For clone, the bit of CLONE_NEWTIME is part of the signal's number. */
const cloneFlags = namespaceFlags & ~0x80;
/** AF_UNIX, AF_INET, AF_INET6, AF_NETLINK. Others, AF_VSOCK to a machine's host above all, know no namespaces. */
const families = [1, 2, 10, 16];
/** Puts characters into a terminal's input, as if typed. */
const tiocsti = 0x5412;
const tioclinux = 0x541c;

const architectures = {
  x64: { column: 0, audit: 0xc000003e },
  arm64: { column: 1, audit: 0xc00000b7 },
} as const;

const [permissionDenied, noSuchCall, noSuchFamily] = [1, 38, 97];
const allow = 0x7fff0000;
const refuse = (error: number) => 0x00050000 | error;
/** Calls of the x32 ABI have this bit, on x64. */
const x32 = 0x40000000;

/** Classic BPF, see seccomp(2) and linux/bpf_common.h: load a word, jump on equal, on any bit, on at least; return. */
const [load, jumpEqual, jumpAnyBit, jumpAtLeast, give] = [0x20, 0x15, 0x45, 0x35, 0x06];
/** Places in `struct seccomp_data`; arguments are 64 bits wide, the low half first. */
const [numberAt, architectureAt] = [0, 4];
const argumentAt = (index: number) => 16 + 8 * index;

/**
 * A filter for `bwrap --seccomp`: refuses calls that nothing in a sandbox needs, with an error rather than a signal, so
 * that programs go on. Null for processors whose numbers are not known here.
 */
export function buildSeccompFilter(architecture: string): Buffer | null {
  if (architecture !== "x64" && architecture !== "arm64") return null;
  const { column, audit } = architectures[architecture];
  const answer = (calls: readonly (readonly [number, number])[], error: number) =>
    calls.flatMap((numbers) => [
      instruction(jumpEqual, numbers[column], { no: 1 }),
      instruction(give, refuse(error)),
    ]);
  return Buffer.concat([
    instruction(load, architectureAt),
    // Another architecture's numbers mean other calls; on x64 that is 32-bit code.
    instruction(jumpEqual, audit, { yes: 1 }),
    instruction(give, refuse(noSuchCall)),
    instruction(load, numberAt),
    ...(architecture === "x64"
      ? [instruction(jumpAtLeast, x32, { no: 1 }), instruction(give, refuse(noSuchCall))]
      : []),
    ...answer(Object.values(refused), permissionDenied),
    ...answer(Object.values(unknownHere), noSuchCall),
    ...refuseFlags(unshare[column], namespaceFlags),
    ...refuseFlags(clone[column], cloneFlags),
    ...allowFamilies(socket[column]),
    ...refuseRequests(ioctl[column], [tiocsti, tioclinux]),
    instruction(give, allow),
  ]);
}

/** Refuses a call whose first argument has one of the bits. */
function refuseFlags(call: number, flags: number): readonly Buffer[] {
  return [
    instruction(jumpEqual, call, { no: 4 }),
    instruction(load, argumentAt(0)),
    instruction(jumpAnyBit, flags, { no: 1 }),
    instruction(give, refuse(permissionDenied)),
    instruction(give, allow),
  ];
}

function allowFamilies(call: number): readonly Buffer[] {
  return [
    instruction(jumpEqual, call, { no: 3 + families.length }),
    instruction(load, argumentAt(0)),
    ...families.map((family, index) => instruction(jumpEqual, family, { yes: families.length - index })),
    instruction(give, refuse(noSuchFamily)),
    instruction(give, allow),
  ];
}

/** Refuses a call whose second argument is one of the values. The kernel looks at its low half alone. */
function refuseRequests(call: number, values: readonly number[]): readonly Buffer[] {
  return [
    instruction(jumpEqual, call, { no: 2 + 2 * values.length }),
    instruction(load, argumentAt(1)),
    ...values.flatMap((value) => [
      instruction(jumpEqual, value, { no: 1 }),
      instruction(give, refuse(permissionDenied)),
    ]),
    instruction(give, allow),
  ];
}

/** One `struct sock_filter`. `yes` and `no` are how many instructions a jump leaves out. */
function instruction(code: number, value: number, { yes = 0, no = 0 } = {}): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt16LE(code, 0);
  bytes.writeUInt8(yes, 2);
  bytes.writeUInt8(no, 3);
  bytes.writeUInt32LE(value >>> 0, 4);
  return bytes;
}
