import type { WarmRunner } from "../../src/brain/search/warm/warm-session.ts";
import { runGate } from "../../src/gates/run-gate.ts";
import { buildGate } from "../../tests/corpora/repair/build-gate.ts";
import type { RepairModule } from "../../tests/corpora/repair/repair-bug.ts";
import { openWarm } from "../../tests/helpers/open-warm.ts";

const PLAIN_RUNS = 6;
const WARM_RUNS = 400;

/** How many candidates a runner takes in a second: started once for each, and warm. */
export type Throughput = {
  readonly runner: string;
  readonly plainPerSecond: number;
  readonly warmPerSecond: number;
  readonly ratio: number;
};

/** A project whose one failing test no candidate mends, so that each is run in full on either way. */
export type ThroughputProject = {
  readonly runner: RepairModule["runner"];
  readonly warm: WarmRunner;
  readonly files: Readonly<Record<string, string>>;
  readonly links?: Readonly<Record<string, string>>;
  /** The file that candidates edit. */
  readonly path: string;
  /** The text of a candidate, by its number. */
  textOf(at: number): string;
};

/** Measures two candidates side by side where warm, one after the other where not. */
export async function measureThroughput(project: ThroughputProject): Promise<Throughput> {
  const { runner, warm, files, links, path, textOf } = project;
  const gate = buildGate(runner);
  await using opened = await openWarm({ files, gate, ...(links === undefined ? {} : { links }) }, warm);
  if (opened.opening.status !== "open") throw new Error(`${runner}: ${opened.opening.reason}`);
  const { session } = opened.opening;
  const editOf = (at: number) => [{ path, mode: "100644" as const, content: textOf(at) }];
  const deps = { clock: { elapsedMs: () => performance.now() }, git: { listFiles: async () => [] } };
  const plainMs = await time(async () => {
    for (let at = 0; at < PLAIN_RUNS; at += 1) {
      await opened.sandbox.apply(editOf(at));
      await runGate({ spec: opened.gate, sandbox: opened.sandbox }, deps);
    }
  });
  await opened.sandbox.reset();
  const requests = Array.from({ length: WARM_RUNS }, (_, at) => ({ edits: editOf(at), fuel: 100_000 }));
  const warmMs = await time(async () => {
    for await (const outcome of session.run(requests))
      if (outcome.status !== "ran") throw new Error(`${runner}: a candidate ${outcome.status}`);
  });
  const [plainPerSecond, warmPerSecond] = [(PLAIN_RUNS * 1000) / plainMs, (WARM_RUNS * 1000) / warmMs];
  return { runner, plainPerSecond, warmPerSecond, ratio: warmPerSecond / plainPerSecond };
}

async function time(act: () => Promise<void>): Promise<number> {
  const startedMs = performance.now();
  await act();
  return performance.now() - startedMs;
}
