import { readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { execa } from "execa";
import { measureInTurns } from "./measure.ts";
import type { BenchResult } from "./result.ts";

const root = path.join(import.meta.dirname, "..");
const ROUNDS = 25;
const POLL_MS = 10;

/** Start of the built command line, and the supervisor's peak memory in the demo, against bare Node. */
export async function benchCommandLine(): Promise<readonly BenchResult[]> {
  await execa(process.execPath, ["scripts/build.mjs"], { cwd: root });
  const times = await measureInTurns(
    [
      { name: "bare", run: async () => void (await execa(process.execPath, ["-e", "0"])) },
      {
        name: "help",
        run: async () => void (await execa(process.execPath, ["lib/cli/main.js", "--help"], { cwd: root })),
      },
    ],
    ROUNDS,
  );
  const [bareMs, helpMs] = [times.get("bare") ?? Number.NaN, times.get("help") ?? Number.NaN];
  const bareMb = await peakMemoryMb(["-e", "setTimeout(() => {}, 300)"]);
  const demoMb = await peakMemoryMb(["scripts/demo.ts", "--built"]);
  return [
    {
      name: "`nightshift --help`, built",
      measured: `${helpMs.toFixed(0)} ms`,
      against: `node -e 0: ${bareMs.toFixed(0)} ms`,
      ratio: helpMs / bareMs,
      bound: 3,
    },
    {
      name: "peak memory of the supervisor in the demo",
      measured: `${demoMb.toFixed(0)} MiB`,
      against: `bare node: ${bareMb.toFixed(0)} MiB`,
      ratio: demoMb / bareMb,
      bound: 3,
    },
  ];
}

/** Peak resident memory (MiB) of the largest `cli/main` process beneath, or of the process itself. */
async function peakMemoryMb(args: readonly string[]): Promise<number> {
  const child = execa(process.execPath, [...args], {
    cwd: root,
    reject: false,
    stdout: "ignore",
    stderr: "ignore",
  });
  let peakKb = 0;
  let isRunning = true;
  const ended = child.finally(() => {
    isRunning = false;
  });
  while (isRunning && child.pid !== undefined) {
    for (const pid of [child.pid, ...(await childrenOf(child.pid))]) {
      if (pid !== child.pid && !(await readProc(pid, "cmdline")).includes("cli/main")) continue;
      if (pid === child.pid && args[0] !== "-e") continue;
      const kb = /VmHWM:\s+(\d+)/.exec(await readProc(pid, "status"))?.[1];
      peakKb = Math.max(peakKb, Number(kb ?? 0));
    }
    await sleep(POLL_MS);
  }
  await ended;
  return peakKb / 1024;
}

async function childrenOf(pid: number): Promise<readonly number[]> {
  const text = await readProc(pid, `task/${pid}/children`);
  return text.split(" ").filter(Boolean).map(Number);
}

async function readProc(pid: number, name: string): Promise<string> {
  try {
    return await readFile(`/proc/${pid}/${name}`, "utf8");
  } catch {
    return "";
  }
}
