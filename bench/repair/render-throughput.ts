import type { Throughput } from "./measure-throughput.ts";

/** How many times as fast candidates are in a warm runner. Pure. */
export function renderThroughput(measured: readonly Throughput[]): string {
  const rows = measured.map(
    ({ runner, plainPerSecond, warmPerSecond, ratio }) =>
      `| ${runner} | ${plainPerSecond.toFixed(2)} | ${warmPerSecond.toFixed(0)} | ${ratio.toFixed(0)} × |`,
  );
  return [
    "| runner | candidates a second, started for each | warm | ratio |",
    "| --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}
