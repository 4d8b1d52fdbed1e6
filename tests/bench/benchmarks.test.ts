import { expect, it } from "vitest";
import { benchCycle } from "../../bench/cycle.ts";
import { benchIsolation } from "../../bench/isolation.ts";
import { benchMemory } from "../../bench/memory.ts";
import { benchPolicy } from "../../bench/policy.ts";
import { benchSandbox } from "../../bench/sandbox.ts";

const tiny = { fileCount: 60, rounds: 2 };

it.each([
  { name: "sandboxes", rows: 2, run: () => benchSandbox(tiny) },
  { name: "isolation", rows: 1, run: () => benchIsolation(tiny) },
  { name: "cycles", rows: 1, run: () => benchCycle(tiny) },
  { name: "policy", rows: 1, run: () => benchPolicy({ cycles: 1 }) },
  { name: "memory", rows: 2, run: () => benchMemory({ lessonCount: 60, rounds: 2 }) },
])("the benchmark of $name measures every ratio that it names", async ({ rows, run }) => {
  const results = await run();
  expect(results).toHaveLength(rows);
  for (const { name, ratio, bound } of results) {
    expect(ratio, name).toBeGreaterThan(0);
    expect(ratio, name).toBeLessThan(Number.POSITIVE_INFINITY);
    expect(bound, name).toBeGreaterThan(0);
  }
});
