import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { type GitRepository, openGitRepository } from "../helpers/git-repository.ts";

const modules = path.join(import.meta.dirname, "..", "..", "node_modules");

/** Findings as `file:line:1: message [rule]`, one rule a script; ends with 1 where there are any. */
function linter(rule: string, message: string, isFinding: string): string {
  return `import { readdirSync, readFileSync } from "node:fs";
const findings = readdirSync("src").sort().flatMap((name) =>
  readFileSync(\`src/\${name}\`, "utf8").split("\\n").flatMap((line, at, lines) =>
    (${isFinding}) ? [\`src/\${name}:\${at + 1}:1: ${message} [${rule}]\`] : []));
for (const finding of findings) console.log(finding);
process.exit(findings.length > 0 ? 1 : 0);
`;
}

const config = `focus: ["src/**"]
goal: Get the checks green.
gates:
  - { name: lint, kind: lint, format: line-column, command: node scripts/lint.mjs }
  - { name: docs, kind: lint, format: line-column, command: node scripts/docs.mjs }
  - { name: types, kind: typecheck, format: tsc, command: node_modules/.bin/tsc --noEmit --pretty false }
  - { name: tests, kind: tests, runner: node-test, command: node --test }
`;

const files: Readonly<Record<string, string>> = {
  ".gitignore": "node_modules/\n",
  "package.json": '{ "name": "stall", "version": "1.0.0", "type": "module", "private": true }\n',
  "tsconfig.json":
    '{ "compilerOptions": { "strict": true, "noEmit": true, "module": "nodenext", "types": [] }, "include": ["src"] }\n',
  "scripts/lint.mjs": linter("no-var", "use const or let instead of var", "/^\\s*var\\b/.test(line)"),
  "scripts/docs.mjs": linter(
    "doc-comment",
    "an exported function needs a doc comment above it",
    '/^export function/.test(line) && !(lines[at - 1] ?? "").trimEnd().endsWith("*/")',
  ),
  // The error of the linter.
  "src/greet.ts": `/** What the stall calls out to a customer. */
export function greet(name: string): string {
  var words = \`Good evening, \${name}!\`;
  return words;
}
`,
  // The missing docstring.
  "src/change.ts": `export function change(paidCents: number, dueCents: number): number {
  return paidCents - dueCents;
}
`,
  // The missing type.
  "src/label.ts": `/** The sign at a stall: its name and a price in cents. */
export function label(name: string, cents): string {
  return \`\${name}: \${(cents / 100).toFixed(2)}\`;
}
`,
  // The failing test's bug.
  "src/total.ts": `/** The sum of prices in cents; 0 for none. */
export function total(cents: readonly number[]): number {
  return cents.reduce((sum, price) => sum + price, 1);
}
`,
  "test/total.test.ts": `import assert from "node:assert/strict";
import { it } from "node:test";
import { total } from "../src/total.ts";

it("adds up prices", () => {
  assert.equal(total([250, 100]), 350);
  assert.equal(total([]), 0);
});
`,
  "test/words.test.ts": `import assert from "node:assert/strict";
import { it } from "node:test";
import { change } from "../src/change.ts";
import { greet } from "../src/greet.ts";
import { label } from "../src/label.ts";

it("greets, labels and gives change", () => {
  assert.equal(greet("Ada"), "Good evening, Ada!");
  assert.equal(label("tea", 250), "tea: 2.50");
  assert.equal(change(500, 350), 150);
});
`,
};

/** Files that each have one fault, by the gate that finds it. */
export const faults = {
  lint: "src/greet.ts",
  docs: "src/change.ts",
  types: "src/label.ts",
  tests: "src/total.ts",
} as const;

/** A small project made on the spot: an error of a linter, a missing docstring, a missing type and a failing test. */
export function openLiveProject({ prices }: { readonly prices: string }): GitRepository {
  const repository = openGitRepository();
  for (const [name, content] of Object.entries(files)) repository.write(name, content);
  repository.write(".github/nightshift.yml", `${config}prices: ${prices}\n`);
  for (const name of ["typescript", "@typescript"])
    cpSync(path.join(modules, name), path.join(repository.dir, "node_modules", name), { recursive: true });
  mkdirSync(path.join(repository.dir, "node_modules", ".bin"));
  symlinkSync("../typescript/bin/tsc", path.join(repository.dir, "node_modules", ".bin", "tsc"));
  repository.commit("a stall with four faults");
  return repository;
}
