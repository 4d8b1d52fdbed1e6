import { openSync, readdirSync, readFileSync } from "node:fs";

/** Descriptors of this process that a child would inherit although nobody gives them to it. */
export type LeakingDescriptors = {
  /** What a child's `stdio` has to hold from index 3 on, behind `count` entries of its own. */
  cover(count: number): readonly (number | "ignore")[];
};

const first = 3;
const closeOnExec = 0o2000000;

/**
 * Finds what this process was started with and a child would get as well: Node closes descriptors below 17 alone (see
 * `uv_disable_stdio_inheritance`). Each is covered by an empty one. None are found on systems without /proc.
 */
export function findLeakingDescriptors(): LeakingDescriptors {
  const leaking = listInherited();
  let nothing: number | null = null;
  return {
    cover(count) {
      const stdio: (number | "ignore")[] = [];
      for (const descriptor of leaking) {
        const index = descriptor - first - count;
        if (index < 0) continue;
        // Stays open as long as the program: it is opened once, and holds nothing.
        nothing ??= openSync("/dev/null", "r");
        while (stdio.length < index) stdio.push("ignore");
        stdio[index] = nothing;
      }
      return stdio;
    },
  };
}

function listInherited(): readonly number[] {
  try {
    return readdirSync("/proc/self/fdinfo")
      .map(Number)
      .filter((descriptor) => descriptor >= first && isInherited(descriptor))
      .sort((one, other) => one - other);
  } catch {
    return [];
  }
}

function isInherited(descriptor: number): boolean {
  try {
    const flags = /^flags:\s*([0-7]+)$/m.exec(readFileSync(`/proc/self/fdinfo/${descriptor}`, "utf8"))?.[1];
    return flags !== undefined && (Number.parseInt(flags, 8) & closeOnExec) === 0;
  } catch {
    return false;
  }
}
