import { readFileSync } from "node:fs";

/**
 * When a process was started, in a form that only equality is asked of: a process id is used again, a start is not.
 * Null where the system does not tell; undefined when there is no such process.
 */
export function readProcessStart(processId: number): string | null | undefined {
  if (!isAlive(processId)) {
    return undefined;
  }
  try {
    const stat = readFileSync(`/proc/${processId}/stat`, "utf8");
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8");
    // Field 22 of proc_pid_stat(5); the name in field 2 may hold blanks and brackets.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state, start] = [fields[0], fields[19]];
    // A zombie holds nothing any more.
    return state === "Z" ? undefined : `${boot.trim()}:${start}`;
  } catch {
    return isAlive(processId) ? null : undefined;
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, and somebody else's.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
