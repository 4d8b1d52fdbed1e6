import { expect, it } from "vitest";
import { buildSeccompFilter } from "../../src/sandbox/seccomp-filter.ts";

const [allowed, denied, unknown, family] = ["allow", "EPERM", "ENOSYS", "EAFNOSUPPORT"];
const answers = new Map([
  [0x7fff0000, allowed],
  [0x00050001, denied],
  [0x00050026, unknown],
  [0x00050061, family],
]);

/** What the filter says to a call: classic BPF, run as seccomp(2) says. */
function ask(filter: Buffer, call: { number: number; audit: number; args?: readonly number[] }): string {
  const data = Buffer.alloc(64);
  data.writeUInt32LE(call.number >>> 0, 0);
  data.writeUInt32LE(call.audit >>> 0, 4);
  for (const [index, arg] of (call.args ?? []).entries()) data.writeUInt32LE(arg >>> 0, 16 + 8 * index);
  let register = 0;
  for (let at = 0; at < filter.length / 8; at += 1) {
    const [code, yes, no, value] = [
      filter.readUInt16LE(at * 8),
      filter.readUInt8(at * 8 + 2),
      filter.readUInt8(at * 8 + 3),
      filter.readUInt32LE(at * 8 + 4),
    ];
    const jump = (isTrue: boolean) => {
      at += isTrue ? yes : no;
    };
    if (code === 0x20) register = data.readUInt32LE(value);
    else if (code === 0x15) jump(register === value);
    else if (code === 0x35) jump(register >= value);
    else if (code === 0x45) jump((register & value) !== 0);
    else if (code === 0x06) return answers.get(value) ?? value.toString(16);
    else throw new Error(`no such instruction: ${code}`);
  }
  throw new Error("the filter has no end");
}

const x64 = 0xc000003e;
const arm64 = 0xc00000b7;
const machines = [
  {
    architecture: "x64",
    audit: x64,
    calls: {
      read: 0,
      socket: 41,
      clone: 56,
      unshare: 272,
      ioctl: 16,
      bpf: 321,
      keyctl: 250,
      mount: 165,
      clone3: 435,
      io_uring: 425,
      ptrace: 101,
    },
  },
  {
    architecture: "arm64",
    audit: arm64,
    calls: {
      read: 63,
      socket: 198,
      clone: 220,
      unshare: 97,
      ioctl: 29,
      bpf: 280,
      keyctl: 219,
      mount: 40,
      clone3: 435,
      io_uring: 425,
      ptrace: 117,
    },
  },
] as const;

it.each(machines)(
  "refuses on $architecture what no test needs, and nothing else",
  ({ architecture, audit, calls }) => {
    const filter = buildSeccompFilter(architecture);
    if (filter === null) throw new Error("there is a filter for it");
    const say = (number: number, ...args: readonly number[]) => ask(filter, { number, audit, args });
    expect([say(calls.read), say(calls.ptrace)]).toEqual([allowed, allowed]);
    expect([calls.bpf, calls.keyctl, calls.mount].map((number) => say(number))).toEqual([
      denied,
      denied,
      denied,
    ]);
    expect([say(calls.clone3), say(calls.io_uring)]).toEqual([unknown, unknown]);
    // SIGCHLD, and what the C library passes for a thread.
    expect([say(calls.clone, 17), say(calls.clone, 0x3d0f00)]).toEqual([allowed, allowed]);
    for (const flag of [0x20000, 0x2000000, 0x4000000, 0x8000000, 0x10000000, 0x20000000, 0x40000000]) {
      expect(say(calls.clone, flag | 17), flag.toString(16)).toBe(denied);
      expect(say(calls.unshare, flag), flag.toString(16)).toBe(denied);
    }
    expect([say(calls.unshare, 0x80), say(calls.unshare, 0x400)]).toEqual([denied, allowed]);
    expect([1, 2, 10, 16].map((each) => say(calls.socket, each))).toEqual([
      allowed,
      allowed,
      allowed,
      allowed,
    ]);
    expect([17, 38, 40, 44, 0].map((each) => say(calls.socket, each))).toEqual(Array(5).fill(family));
    expect([say(calls.ioctl, 0, 0x5412), say(calls.ioctl, 0, 0x541c), say(calls.ioctl, 0, 0x5401)]).toEqual([
      denied,
      denied,
      allowed,
    ]);
  },
);

it("refuses every call of another architecture", () => {
  const filter = buildSeccompFilter("x64") ?? Buffer.alloc(0);
  for (const audit of [0x40000003, arm64]) expect(ask(filter, { number: 0, audit })).toBe(unknown);
  expect(ask(filter, { number: 0x40000000, audit: x64 })).toBe(unknown);
  expect(buildSeccompFilter("riscv64")).toBeNull();
});
