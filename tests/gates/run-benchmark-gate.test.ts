import { expect, it } from "vitest";
import { compareGate } from "../../src/gates/compare.ts";
import { runBenchmarkPair } from "../../src/gates/run-benchmark-pair.ts";
import { runGate } from "../../src/gates/run-gate.ts";
import { buildGateDeps, buildSpec } from "../helpers/gate-fixtures.ts";
import { openLocalSandbox } from "../helpers/local-sandbox.ts";

const spec = buildSpec({
  kind: "benchmark",
  command: "cat speed; date +%s%N >> runs",
  benchmark: { pattern: "^took ([\\d.,]+) ms", direction: "lower-is-better", threshold: 0.05, repeats: 4 },
});
const open = (speed: string) => openLocalSandbox({ files: { speed } });

it("measures as often as it says, and finds the number among other output", async () => {
  await using sandbox = await open("warming up\ntook 1,234.5 ms\n");
  const result = await runGate({ spec, sandbox }, buildGateDeps());
  expect(result).toMatchObject({ status: "passed", measurements: [1234.5, 1234.5, 1234.5, 1234.5] });
});

it("takes turns between base and candidate", async () => {
  await using base = await open("took 10 ms\n");
  await using candidate = await open("took 20 ms\n");
  const results = await runBenchmarkPair({ spec, base, candidate }, buildGateDeps());
  const times = async (sandbox: typeof base) =>
    String(await sandbox.read("runs"))
      .trim()
      .split("\n")
      .map(BigInt);
  const [first, second] = [await times(base), await times(candidate)];
  const merged = first.flatMap((time, index) => [time, second[index] ?? 0n]);
  expect(merged).toEqual(merged.toSorted((a, b) => (a < b ? -1 : 1)));
  const judged = compareGate({
    spec,
    base: results.base,
    candidate: results.candidate,
    isStrict: false,
    setAside: new Set(),
    proof: undefined,
  });
  expect(judged).toMatchObject({ status: "red", reason: "measurably worse (+100 %)" });
});

it("is an error without a number, on a failing run, and without its partner's", async () => {
  await using silent = await open("nothing\n");
  await using good = await open("took 10 ms\n");
  const alone = await runGate({ spec, sandbox: silent }, buildGateDeps());
  expect(alone).toMatchObject({
    status: "error",
    measurements: [],
    reason: expect.stringContaining("no number"),
  });
  const failing = await runGate(
    { spec: { ...spec, command: "cat speed; exit 1" }, sandbox: good },
    buildGateDeps(),
  );
  expect(failing).toMatchObject({ status: "error", reason: "exit code 1" });
  const pair = await runBenchmarkPair({ spec, base: good, candidate: silent }, buildGateDeps());
  expect([pair.base.status, pair.candidate.status]).toEqual(["error", "error"]);
});
