import { execFileSync, spawn } from "node:child_process";
import { readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import type { HundredBugs } from "../../tests/corpora/repair/build-hundred-bugs.ts";
import { openGitRepository } from "../../tests/helpers/git-repository.ts";
import { quantile } from "./summarize-outcomes.ts";

const root = path.join(import.meta.dirname, "..", "..");
const nodeFolder = realpathSync(path.join(root, "node_modules", "node", "bin"));

/** What a campaign on a repository of many bugs came to. */
export type CampaignFigures = {
  readonly bugs: number;
  readonly cycles: number;
  readonly promoted: number;
  /** Commits that master has and your branch has not. */
  readonly commits: number;
  readonly stop: string;
  /** Seconds of one run of the gate on the whole repository. */
  readonly gateSeconds: number;
  /** Seconds from the start of a cycle that promoted to the start of the next. */
  readonly fixSeconds: { readonly median: number; readonly p90: number };
  /** Resident memory of the supervisor (MiB) at the starts of cycles, from the first. */
  readonly memoryMb: readonly number[];
  readonly wallSeconds: number;
};

/** Runs `nightshift run` as a process of its own on the repository, with a cycle for each bug, and watches its events. */
export async function runCampaign({ files, bugs }: HundredBugs, { seed = 1 } = {}): Promise<CampaignFigures> {
  using repository = openGitRepository();
  for (const [file, content] of Object.entries(files)) repository.write(file, content);
  const base = repository.commit("bugs");
  const startedMs = performance.now();
  const child = spawn(
    process.execPath,
    [
      path.join(root, "cli/main.ts"),
      ...["--repo", repository.dir, "--log-format", "json", "run", "--seed", String(seed)],
      ...["--max-cycles", String(bugs.length), "--convergence", String(bugs.length), "--max-hours", "8"],
    ],
    {
      cwd: "/",
      env: { PATH: `${nodeFolder}:${process.env.PATH}`, HOME: process.env.HOME },
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  const memoryMb: number[] = [];
  const starts: number[] = [];
  const promoted = new Set<number>();
  let gateSeconds = Number.NaN;
  let stop = "";
  for await (const line of createInterface({ input: child.stderr })) {
    const event = readEvent(line);
    if (event === null) continue;
    if (event.type === "cycle-started") {
      starts.push(Date.parse(event.at));
      memoryMb.push(readMemoryMb(child.pid));
    }
    if (event.type === "promoted") promoted.add(event.cycle ?? 0);
    if (event.type === "gates-measured") gateSeconds = (event.results?.[0]?.durationMs ?? Number.NaN) / 1000;
    if (event.type === "campaign-stopped") {
      stop = `${event.stopReason}: ${event.detail}`;
      starts.push(Date.parse(event.at));
    }
  }
  const seconds = starts.slice(1).map((at, index) => (at - (starts[index] ?? at)) / 1000);
  const fixes = seconds.filter((_, index) => promoted.has(index + 1));
  const range = `${base}..refs/heads/nightshift/master`;
  const hasMaster = promoted.size > 0;
  return {
    bugs: bugs.length,
    cycles: memoryMb.length,
    promoted: promoted.size,
    commits: hasMaster
      ? Number(execFileSync("git", ["rev-list", "--count", range], { cwd: repository.dir }))
      : 0,
    stop,
    gateSeconds,
    fixSeconds: { median: quantile(fixes, 0.5), p90: quantile(fixes, 0.9) },
    memoryMb,
    wallSeconds: (performance.now() - startedMs) / 1000,
  };
}

type Event = {
  readonly at: string;
  readonly type: string;
  readonly cycle?: number;
  readonly stopReason?: string;
  readonly detail?: string;
  readonly results?: readonly { readonly durationMs?: number }[];
};

/** Progress and warnings are no events. */
function readEvent(line: string): Event | null {
  try {
    return JSON.parse(line) as Event;
  } catch {
    return null;
  }
}

function readMemoryMb(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}
