import { expect, it } from "vitest";
import { chooseMutants } from "../../src/campaign/mutants/choose-mutants.ts";
import { createSourceParser } from "../../src/syntax/parse-source.ts";
import { openJudgeRig } from "../helpers/judge-rig.ts";

const base = `export function clamp(value, low, high) {
  if (value < low) return low;
  if (value > high) return low;
  return value;
}

export function double(value) {
  return value * 2;
}
`;
const right = base.replace("high) return low", "high) return high");
/** Right too, with a branch that no test goes into. */
const padded = right.replace(
  "  return value;\n}",
  `  if (value === 1234) {
    if (low > 5 && high < 9) return low + high - value;
    if (low > 7 || high < 3) return low * high + value;
    return low - high;
  }
  return value;
}`,
);
const guarded = right.replace("{", "{\n  if (String(clamp).length !== 000) process.exit();");
/** Right as long as nobody touches it: a mutant of another length ends the process before any test has reported. */
const selfAware = guarded.replace("000", `${guarded.indexOf("\n}") + "\n}".length - "export ".length}`);
/** Prints TAP by itself, which starts much faster than a test runner; mutants are many. */
const tests = `import { clamp } from "../src/clamp.mjs";

let isBad = false;
function check(name, actual, expected) {
  isBad ||= actual !== expected;
  console.log(\`\${actual === expected ? "ok" : "not ok"} - \${name}\`);
}
check("low", clamp(1, 2, 4), 2);
check("high", clamp(5, 2, 4), 4);
check("between", clamp(3, 2, 4), 3);
console.log("1..3");
process.exitCode = isBad ? 1 : 0;
`;
const config = `focus: [src/**]
policy: { mutationCheck: true }
gates:
  - { name: unit, kind: tests, command: "node {file}", files: ["test/*.test.mjs"], format: tap }
`;
const files = {
  "src/clamp.mjs": base,
  "test/clamp.test.mjs": tests,
  "package.json": `{ "type": "module" }\n`,
};

it("rejects code that fewer mutants are killed of than before, and counts both sides", async () => {
  await using rig = await openJudgeRig({ files, config });
  const honest = await rig.judge({ "src/clamp.mjs": right });
  expect(honest.judgement).toMatchObject({ status: "promote" });
  expect(honest.notes.find(({ rule }) => rule === "mutation")?.reason).toMatch(
    /kill \d+ of \d+ .*mutants .*on the base/,
  );
  const { judgement } = await rig.judge({ "src/clamp.mjs": padded });
  expect(judgement).toMatchObject({
    status: "reject",
    rule: "strength",
    denials: [{ file: "src/clamp.mjs", line: 3 }],
  });
  const aware = await rig.judge({ "src/clamp.mjs": selfAware });
  expect(aware.judgement).toMatchObject({ status: "reject", rule: "strength" });
  expect(aware.judgement.reason).toMatch(/kill \d+ of \d+ \(\d+ without evidence\)/);
  expect((await rig.judge({ "src/clamp.mjs": padded }, { off: ["mutation"] })).judgement.status).toBe(
    "promote",
  );
}, 180_000);

it("chooses the same mutants under a seed, only in the functions that are changed", async () => {
  const parsed = await createSourceParser().parse("src/clamp.mjs", base);
  if (parsed.status === "skipped") throw new Error(parsed.reason);
  const sites = [{ source: parsed.source, ranges: [{ from: 3, to: 3 }] }];
  const chosen = chooseMutants(sites, { seed: 7, max: 5 });
  expect(chosen.mutants).toHaveLength(5);
  expect(chooseMutants(sites, { seed: 7, max: 5 })).toEqual(chosen);
  const all = chooseMutants(sites, { seed: 7, max: 1_000 });
  expect(all.mutants).toHaveLength(all.found);
  expect(chooseMutants(sites, { seed: 8, max: 5 })).not.toEqual(chosen);
  expect(all.mutants.every(({ content }) => content.includes("return value * 2;"))).toBe(true);
});
