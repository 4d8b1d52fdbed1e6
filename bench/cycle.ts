import { writeFile } from "node:fs/promises";
import path from "node:path";
import { execa } from "execa";
import type { Brain } from "../src/brain/brain.ts";
import type { CampaignDeps } from "../src/campaign/campaign-deps.ts";
import { openCampaign } from "../src/campaign/open-campaign.ts";
import type { Position } from "../src/campaign/position.ts";
import { runCycle } from "../src/campaign/run-cycle.ts";
import { openRepository } from "../src/open-repository.ts";
import { startCampaign } from "../src/start-campaign.ts";
import { generateRepository } from "./generate-repository.ts";
import { measureInTurns } from "./measure.ts";
import type { BenchResult } from "./result.ts";
import { openScratch } from "./scratch.ts";

/** How large and how long: less in the tests of the benchmarks themselves. */
export type CycleBenchSize = { readonly fileCount: number; readonly rounds: number };

/**
 * The supervisor's own time in a cycle that promotes a fix: from opening the sandbox to the flushed end, without the
 * time inside gates and without the brain's. Against opening a pooled sandbox plus one `git commit` there.
 *
 * The one gate has a finding for each file that lacks a marker; the brain proposes at once to mend the cycle's. The first
 * cycle, which measures the base, is not counted: it happens once in a campaign.
 */
export async function benchCycle(
  { fileCount, rounds }: CycleBenchSize = { fileCount: 4_000, rounds: 12 },
): Promise<readonly BenchResult[]> {
  await using scratch = await openScratch();
  const dir = path.join(scratch.path, "repository");
  await generateRepository(dir, fileCount);
  const configFile = path.join(scratch.path, "nightshift.json");
  await writeFile(configFile, JSON.stringify({ gates: [gateOf(rounds + 1)] }));
  const repository = await openRepository({ repo: dir, configFile, flags: [], environment: process.env });
  const signal = new AbortController().signal;
  await using started = await startCampaign(
    { isDryRun: false, isResume: false, signal, onEvent: () => {}, onProgress: () => {} },
    repository,
  );
  let brainMs = 0;
  const brain = createMarkingBrain((ms) => {
    brainMs += ms;
  });
  const deps: CampaignDeps = { ...started.deps, brains: [brain] };
  let position: Position = await openCampaign(deps);
  let cycle = 0;
  async function measureCycle(): Promise<number> {
    cycle += 1;
    brainMs = 0;
    const seen = deps.log.entries().length;
    const start = performance.now();
    const end = await runCycle(cycle, position, deps);
    const wholeMs = performance.now() - start;
    if (end.status === "no-work") throw new Error(`cycle ${cycle} found no work: ${end.stop.detail}`);
    if (end.position.commit === position.commit) throw new Error(`cycle ${cycle} promoted nothing`);
    position = end.position;
    return wholeMs - brainMs - sumGatesMs(deps, seen);
  }
  const { commit: base } = position;
  await measureCycle();
  const times = await measureInTurns(
    [
      { name: "cycle", run: measureCycle },
      {
        name: "pooled",
        run: (round) => openSandbox(`${deps.campaign}/bench-${round}`, base, deps),
      },
      { name: "commit", run: (round) => commitOnce(dir, round) },
    ],
    rounds,
  );
  const [cycleMs, pooledMs, commitMs] = ["cycle", "pooled", "commit"].map(
    (name) => times.get(name) ?? Number.NaN,
  ) as [number, number, number];
  return [
    {
      name: "supervisor's overhead in a cycle",
      measured: `${cycleMs.toFixed(0)} ms`,
      against: `pooled sandbox + git commit: ${pooledMs.toFixed(0)} + ${commitMs.toFixed(0)} ms`,
      ratio: cycleMs / (pooledMs + commitMs),
      bound: 5,
    },
  ];
}

/** A linter that wants a marker in each of the first files. */
function gateOf(findings: number) {
  const files = Array.from({ length: findings }, (_, at) => `src/group-0/module-${at}.js`);
  const command = `! grep -L marked ${files.join(" ")} | sed 's/$/:1:1: it is not marked/' | grep .`;
  return { name: "marks", kind: "lint", format: "line-column", command };
}

/** Proposes the one edit that mends an item, and nothing after it. */
function createMarkingBrain(onTime: (ms: number) => void): Brain {
  return {
    kind: "search",
    version: "bench",
    async *propose({ item, sandbox }) {
      const start = performance.now();
      const [file = ""] = item.files;
      const content = `${(await sandbox.read(file))?.toString("utf8")}// marked\n`;
      onTime(performance.now() - start);
      yield {
        edits: [{ path: file, mode: "100644", content }],
        summary: `mark ${file}`,
        origin: "bench",
      };
      const exhausted = { brain: { kind: "search", version: "bench" }, suspects: item.files } as const;
      return { status: "exhausted", reason: "there is one edit", tried: 1, exhausted };
    },
  };
}

/** Time inside gates since an entry of the journal. A promotion measures nothing anew: it journals what was judged. */
function sumGatesMs({ log }: CampaignDeps, seen: number): number {
  return log
    .entries()
    .slice(seen)
    .flatMap(({ event }) => (event.type === "candidate-judged" ? event.gates : []))
    .reduce((sum, { durationMs }) => sum + durationMs, 0);
}

async function openSandbox(name: string, commit: string, deps: CampaignDeps): Promise<number> {
  const start = performance.now();
  await using _sandbox = await deps.sandboxes.open(name, commit);
  return performance.now() - start;
}

/** Milliseconds of a person's `git commit`; staging the change is not counted. */
async function commitOnce(dir: string, round: number): Promise<number> {
  await writeFile(path.join(dir, "src", "group-1", "module-50.js"), `export const round = ${round};\n`);
  await execa("git", ["add", "--all"], { cwd: dir });
  const start = performance.now();
  await execa("git", ["commit", "--quiet", "--message", `round ${round}`], { cwd: dir });
  return performance.now() - start;
}
