import type { Command } from "../../src/domain/gate.ts";
import type { PlantedHost } from "./planted-host.ts";

/** One try to get out of a sandbox. It gets out if it prints the host's canary or mark, or does harm on the host. */
export type Probe = {
  readonly name: string;
  readonly command: (host: PlantedHost) => Command;
  /** Whether it is run without isolation as well, where it must succeed: that shows that it would be noticed. */
  readonly hasControl?: boolean;
  readonly timeoutMs?: number;
};

/** A probe in Python. `mark` is there to be printed, `call(number, …)` makes a system call and gives its result. */
export function python(source: (host: PlantedHost) => string): Probe["command"] {
  return (host) => [
    "/usr/bin/python3",
    "-c",
    [
      "import ctypes, os, socket, struct, sys, time",
      "libc = ctypes.CDLL(None, use_errno=True)",
      "def call(*args): return libc.syscall(*[ctypes.c_long(arg) if isinstance(arg, int) else arg for arg in args])",
      `mark = ${JSON.stringify(host.mark)}`,
      source(host),
    ].join("\n"),
  ];
}
