import { writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { benchActions } from "./actions.ts";
import { benchApp } from "./app.ts";
import { benchCommandLine } from "./command-line.ts";
import { benchCycle } from "./cycle.ts";
import { benchIsolation } from "./isolation.ts";
import { benchMemory } from "./memory.ts";
import { benchModel } from "./model.ts";
import { benchPolicy } from "./policy.ts";
import type { Bench, BenchResult } from "./result.ts";
import { benchSandbox } from "./sandbox.ts";

const benches: Readonly<Record<string, Bench>> = {
  sandbox: benchSandbox,
  isolation: benchIsolation,
  cycle: benchCycle,
  policy: benchPolicy,
  memory: benchMemory,
  model: benchModel,
  "command-line": benchCommandLine,
  actions: benchActions,
  app: benchApp,
};

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const unknown = wanted.filter((name) => benches[name] === undefined);
if (unknown.length > 0) {
  console.error(`Unknown benchmark: ${unknown.join(", ")}. There are: ${Object.keys(benches).join(", ")}.`);
  process.exit(2);
}

const results: BenchResult[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.error(`running ${name} …`);
  results.push(...(await bench()));
}
const table = renderTable(results);
console.log(table);
if (process.argv.includes("--write")) {
  const file = path.join(import.meta.dirname, "..", "docs", "benchmarks.md");
  await writeFile(file, renderPage(table));
  console.error("docs/benchmarks.md written");
}

function renderTable(rows: readonly BenchResult[]): string {
  const lines = rows.map(({ name, measured, against, ratio, bound }) => {
    const verdict = ratio <= bound ? "held" : "**missed**";
    return `| ${name} | ${measured} | ${against} | ${ratio.toFixed(2)} | ≤ ${bound} | ${verdict} |`;
  });
  return [
    "| what | measured | against | ratio | bound | |",
    "| --- | --- | --- | --- | --- | --- |",
    ...lines,
  ].join("\n");
}

function renderPage(rendered: string): string {
  return `# Benchmarks

Ratios within one run, so that they say something on any machine. Obtained with \`npm run bench -- --write\` on
${os.cpus().length} cores, ${Math.round(os.totalmem() / 2 ** 30)} GiB, ${os.type()}, Node ${process.version}.

${rendered}
`;
}
