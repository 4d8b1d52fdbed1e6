import { readFileSync } from "node:fs";

/** The process of the runner that does one job, and ends with it. */
const workerName = "Runner.Worker";
const MS_PER_SECOND = 1000;
/** proc(5): what user space sees of the kernel's ticks. */
const ticksPerSecond = 100;
const maxAncestors = 20;

/**
 * How long the job has run, in milliseconds, by the age of the runner's process for it: no variable tells when a job
 * began, and steps before this one took their time. Null where it cannot be known, as on other systems than Linux.
 */
export function readJobAge(processId: number = process.ppid): number | null {
  try {
    let current = processId;
    for (let depth = 0; depth < maxAncestors && current > 1; depth += 1) {
      const stat = readFileSync(`/proc/${current}/stat`, "utf8");
      const name = stat.slice(stat.indexOf("(") + 1, stat.lastIndexOf(")"));
      // From field 3 on; the name in field 2 may hold blanks and brackets.
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      if (name === workerName) {
        const uptime = Number(readFileSync("/proc/uptime", "utf8").split(" ")[0]);
        return (uptime - Number(fields[19]) / ticksPerSecond) * MS_PER_SECOND;
      }
      current = Number(fields[1]);
    }
    return null;
  } catch {
    return null;
  }
}
