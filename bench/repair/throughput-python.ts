import { pytestWarmRunner } from "../../src/brain/search/warm/python-pytest-runner.ts";
import { unittestWarmRunner } from "../../src/brain/search/warm/python-unittest-runner.ts";
import type { WarmRunner } from "../../src/brain/search/warm/warm-session.ts";
import { runGate } from "../../src/gates/run-gate.ts";
import { buildGate } from "../../tests/corpora/repair/build-gate.ts";
import { openWarm } from "../../tests/helpers/open-warm.ts";

const PLAIN_RUNS = 6;
const WARM_RUNS = 400;
const FUNCTIONS = 40;

/** How many candidates a runner takes in a second: started once for each, and warm. */
export type Throughput = {
  readonly runner: string;
  readonly plainPerSecond: number;
  readonly warmPerSecond: number;
  readonly ratio: number;
};

const functions = Array.from(
  { length: FUNCTIONS },
  (_, at) =>
    `def total_${at}(values):\n    result = ${at}\n    for value in values:\n        result += value\n    return result\n`,
);
const source = `def clamp(value, low=0):\n    if value < low:\n        return low\n    return value + 1\n\n\n${functions.join("\n\n")}`;
const calls = Array.from(
  { length: FUNCTIONS },
  (_, at) => [`total_${at}`, `total_${at}([1, 2])`, at + 3] as const,
);
const pytestFile = `from numbers_lib import *\n\n\ndef test_clamp():\n    assert clamp(1) == 1\n\n\n${calls.map(([name, call, value]) => `def test_${name}():\n    assert ${call} == ${value}\n`).join("\n\n")}`;
const unittestFile = `import unittest\nfrom numbers_lib import *\n\n\nclass NumbersTest(unittest.TestCase):\n    def test_clamp(self):\n        self.assertEqual(clamp(1), 1)\n\n${calls.map(([name, call, value]) => `    def test_${name}(self):\n        self.assertEqual(${call}, ${value})\n`).join("\n")}`;

/** Measures pytest and unittest on one small module, two candidates side by side where warm, one after the other where not. */
export async function measurePythonThroughput(): Promise<readonly Throughput[]> {
  return [
    await measure("pytest", pytestWarmRunner, pytestFile),
    await measure("unittest", unittestWarmRunner, unittestFile),
  ];
}

async function measure(runner: "pytest" | "unittest", warm: WarmRunner, test: string): Promise<Throughput> {
  const gate = buildGate(runner);
  const files = { "numbers_lib.py": source, "test_numbers_lib.py": test };
  await using opened = await openWarm({ files, gate }, warm);
  if (opened.opening.status !== "open") throw new Error(`${runner}: ${opened.opening.reason}`);
  const { session } = opened.opening;
  const textOf = (at: number) => source.replace("value + 1", `value + ${at + 2}`);
  const editOf = (at: number) => [{ path: "numbers_lib.py", mode: "100644" as const, content: textOf(at) }];
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
