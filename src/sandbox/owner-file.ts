import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const ownerSchema = z.object({ pid: z.int().positive(), startedAt: z.string() });

/** The file that makes a folder beneath `sandboxes/` a campaign's: the first thing that is written there. */
export const ownerFileName = "owner.json";

/** Says in a campaign's folder which process works there. */
export async function writeOwnerFile(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const owner = { pid: process.pid, startedAt: (await readStart(process.pid)) ?? "" };
  await writeFile(join(folder, ownerFileName), `${JSON.stringify(owner)}\n`);
}

/** Whether the process that works in a campaign's folder is still there. A folder that does not say has none. */
export async function isOwnerAlive(folder: string): Promise<boolean> {
  const text = await readFile(join(folder, ownerFileName), "utf8").catch(() => "null");
  const owner = ownerSchema.safeParse(parseJson(text));
  if (!owner.success || !isRunning(owner.data.pid)) return false;
  const start = await readStart(owner.data.pid);
  return start === null || start === owner.data.startedAt;
}

/** Numbers of processes are used again; with the time of the start they are not. Null without /proc. */
async function readStart(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, "latin1").catch(() => null);
  // proc_pid_stat(5): field 22, counted from behind the name in parentheses, which is field 2.
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
