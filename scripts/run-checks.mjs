// Everything that has to hold, cheapest first; stops at the first check that fails. The last line counts the tests.
import { spawnSync } from "node:child_process";
import path from "node:path";

const root = path.join(import.meta.dirname, "..");
const bin = path.join(root, "node_modules", ".bin");
// Tools start `node` by name: it has to be the Node of this project, not the one that started this script.
const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ""}` };

const checks = [
  { name: "format and lint", argv: ["biome", "ci", "--error-on-warnings", "."], hint: "npm run format" },
  { name: "floors", argv: ["node", "scripts/check-floors.ts"], hint: "see AGENTS.md, The house" },
  { name: "types", argv: ["tsc", "--noEmit"] },
  { name: "unused code", argv: ["knip"] },
  { name: "schema", argv: ["node", "scripts/write-schema.ts", "--check"], hint: "npm run schema" },
  {
    name: "docs",
    argv: ["node", "scripts/write-docs.ts", "--check"],
    hint: "node scripts/write-docs.ts",
  },
  {
    name: "actions",
    argv: ["node", "scripts/build-actions.ts", "--check"],
    hint: "node scripts/build-actions.ts, and commit dist/",
  },
  { name: "tests", argv: ["node", "scripts/run-tests.ts", ...process.argv.slice(2)] },
];

for (const { name, argv, hint } of checks) {
  console.log(`\n── ${name} ${"─".repeat(60 - name.length)}`);
  const [program, ...rest] = argv;
  const start = performance.now();
  const { status, error } = spawnSync(path.join(bin, program), rest, { cwd: root, env, stdio: "inherit" });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (status === 0) {
    // The counts stay the last line of all.
    if (name !== "tests") console.log(`${name}: fine, ${seconds} s`);
    continue;
  }
  const why = error ? error.message : `\`${argv.join(" ")}\` ended with ${status ?? "a signal"}`;
  console.error(`\nStopped at "${name}" after ${seconds} s: ${why}.${hint ? ` Help: ${hint}.` : ""}`);
  process.exit(1);
}
