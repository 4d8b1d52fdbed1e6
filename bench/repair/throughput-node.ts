import { realpathSync } from "node:fs";
import path from "node:path";
import { nodeTestRunner } from "../../src/brain/search/warm/node-test-runner.ts";
import { vitestRunner } from "../../src/brain/search/warm/node-vitest-runner.ts";
import { measureThroughput, type Throughput } from "./measure-throughput.ts";

const FUNCTIONS = 40;
const modules = realpathSync(path.join(import.meta.dirname, "..", "..", "node_modules"));
const functions = Array.from(
  { length: FUNCTIONS },
  (_, at) =>
    `export function total${at}(values) {\n  let result = ${at};\n  for (const value of values) result += value;\n  return result;\n}\n`,
);
const source = `export function clamp(value, low = 0) {\n  if (value < low) return low;\n  return value + 1;\n}\n\n${functions.join("\n")}`;
const checks = [
  { name: "clamp", call: "clamp(1)", value: 1 },
  ...Array.from({ length: FUNCTIONS }, (_, at) => ({
    name: `total${at}`,
    call: `total${at}([1, 2])`,
    value: at + 3,
  })),
];
const nodeTest = `import assert from "node:assert/strict";\nimport { test } from "node:test";\nimport * as lib from "./numbers.js";\n\n${checks.map(({ name, call, value }) => `test("${name}", () => assert.equal(lib.${call}, ${value}));\n`).join("")}`;
const vitest = `import { expect, test } from "vitest";\nimport * as lib from "./numbers.js";\n\n${checks.map(({ name, call, value }) => `test("${name}", () => expect(lib.${call}).toBe(${value}));\n`).join("")}`;

/** Measures node:test and vitest on one small module. */
export async function measureNodeThroughput(): Promise<readonly Throughput[]> {
  const links = { node_modules: modules };
  return [
    await measureThroughput({ ...project(nodeTest), runner: "node-test", warm: nodeTestRunner }),
    await measureThroughput({ ...project(vitest), links, runner: "vitest", warm: vitestRunner }),
  ];
}

function project(test: string) {
  const files = {
    "package.json": '{ "type": "module", "private": true }\n',
    "numbers.js": source,
    "numbers.test.js": test,
  };
  const textOf = (at: number) => source.replace("value + 1", `value + ${at + 2}`);
  return { files, path: "numbers.js", textOf };
}
