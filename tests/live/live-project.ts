import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { type GitRepository, openGitRepository } from "../helpers/git-repository.ts";

const modules = path.join(import.meta.dirname, "..", "..", "node_modules");

/**
 * A linter of one rule: findings as `file:line:1: message [rule]`, ending with 1 where there are any. It reads the syntax
 * too, or it could not be seen to fail.
 */
function linter(rule: string, message: string, isFinding: string): string {
  return `import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
const files = readdirSync("src").sort().map((name) => \`src/\${name}\`);
const findings = files.flatMap((file) => {
  if (spawnSync(process.execPath, ["--check", file]).status !== 0) return [\`\${file}:1:1: it cannot be read [syntax]\`];
  return readFileSync(file, "utf8").split("\\n").flatMap((line, at, lines) =>
    (${isFinding}) ? [\`\${file}:\${at + 1}:1: ${message} [${rule}]\`] : []);
});
for (const finding of findings) console.log(finding);
process.exit(findings.length > 0 ? 1 : 0);
`;
}

// No goal: that would be work of its own.
const config = `focus: ["src/**"]
gates:
  - { name: lint, kind: lint, format: line-column, command: node scripts/lint.mjs }
  - { name: docs, kind: lint, format: line-column, command: node scripts/docs.mjs }
  - { name: types, kind: typecheck, format: tsc, command: node_modules/.bin/tsc --noEmit --pretty false }
  - { name: tests, kind: tests, runner: node-test, command: node --test }
`;

const files: Readonly<Record<string, string>> = {
  ".gitignore": "node_modules/\n",
  "package.json": '{ "name": "stall", "version": "1.0.0", "type": "module", "private": true }\n',
  // Types in comments: the project has to run on any Node.js that a machine has.
  "tsconfig.json": `{
  "compilerOptions": { "strict": true, "allowJs": true, "checkJs": true, "module": "nodenext", "types": [] },
  "include": ["src"]
}
`,
  "scripts/lint.mjs": linter("no-var", "use const or let instead of var", "/^\\s*var\\b/.test(line)"),
  "scripts/docs.mjs": linter(
    "doc-comment",
    "an exported function needs a doc comment above it",
    '/^export function/.test(line) && !(lines[at - 1] ?? "").trimEnd().endsWith("*/")',
  ),
  // The error of the linter.
  "src/greet.js": `/** What the stall calls out. @param {string} name */
export function greet(name) {
  var words = \`Good evening, \${name}!\`;
  return words;
}
`,
  // The missing docstring.
  "src/currency.js": `export function currency() {
  return "EUR";
}
`,
  // The missing type.
  "src/label.js": `/**
 * The sign at a stall: its name and a price in cents.
 * @param {string} name
 */
export function label(name, cents) {
  return \`\${name}: \${(cents / 100).toFixed(2)}\`;
}
`,
  // The bug that a test finds.
  "src/total.js": `/** The sum of prices in cents; 0 for none. @param {readonly number[]} cents */
export function total(cents) {
  return cents.reduce((sum, price) => sum + price, 1);
}
`,
  "test/total.test.js": `import assert from "node:assert/strict";
import { it } from "node:test";
import { total } from "../src/total.js";

it("adds up prices", () => {
  assert.equal(total([250, 100]), 350);
  assert.equal(total([]), 0);
});
`,
  "test/words.test.js": `import assert from "node:assert/strict";
import { it } from "node:test";
import { currency } from "../src/currency.js";
import { greet } from "../src/greet.js";
import { label } from "../src/label.js";

it("greets, labels and names the currency", () => {
  assert.equal(greet("Ada"), "Good evening, Ada!");
  assert.equal(label("tea", 250), "tea: 2.50");
  assert.equal(currency(), "EUR");
});
`,
};

/** Files that each have one fault, by the gate that finds it. */
export const faults = {
  lint: "src/greet.js",
  docs: "src/currency.js",
  types: "src/label.js",
  tests: "src/total.js",
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
