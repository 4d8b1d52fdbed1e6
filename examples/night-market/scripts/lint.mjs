// A linter without dependencies: syntax errors, loose equality and `var`. Findings are `file:line:column: message
// [rule]`; the exit code is 1 when there are any. With --fix it mends what it can and reports what is left.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const rules = [
  {
    name: "strict-equality",
    pattern: /(?<![=!<>])([=!])=(?!=)(?!\s*null\b)/g,
    message: ([operator]) => `expected ${operator}= instead of ${operator}`,
    fix: (operator) => `${operator}=`,
  },
  {
    name: "no-var",
    pattern: /\bvar\b/g,
    message: () => "expected let or const instead of var",
    fix: () => "let",
  },
];

const isFixing = process.argv.includes("--fix");
const named = process.argv.slice(2).filter((word) => word !== "--fix");
const files = named.length > 0 ? named : ["src", "bin", "test"].flatMap(listSources);
const findings = files.flatMap((file) => (isFixing && fix(file), lint(file)));
for (const finding of findings) console.log(finding);
process.exit(findings.length > 0 ? 1 : 0);

function listSources(folder) {
  return readdirSync(folder)
    .filter((name) => /\.m?js$/.test(name))
    .map((name) => `${folder}/${name}`)
    .sort();
}

function lint(file) {
  const check = spawnSync(process.execPath, ["--check", file], { encoding: "utf8" });
  if (check.status !== 0) {
    const line = /:(\d+)$/m.exec(check.stderr)?.[1] ?? 1;
    const reason = /^SyntaxError: (.*)$/m.exec(check.stderr)?.[1] ?? "cannot be read";
    return [`${file}:${line}:1: ${reason} [syntax]`];
  }
  const text = readFileSync(file, "utf8");
  const code = blankOut(text);
  return rules.flatMap(({ name, pattern, message }) =>
    [...code.matchAll(pattern)].map((match) => {
      const before = text.slice(0, match.index).split("\n");
      return `${file}:${before.length}:${before.at(-1).length + 1}: ${message(match)} [${name}]`;
    }),
  );
}

function fix(file) {
  const text = readFileSync(file, "utf8");
  const code = blankOut(text);
  const edits = rules.flatMap((rule) =>
    [...code.matchAll(rule.pattern)].map((match) => ({ ...rule, index: match.index, old: match[0] })),
  );
  // From the end, so that the places of earlier edits stay true.
  const mended = edits
    .sort((a, b) => b.index - a.index)
    .reduce((out, { index, old, fix: mend }) => out.slice(0, index) + mend(old) + out.slice(index + old.length), text);
  if (mended !== text) writeFileSync(file, mended);
}

/** The text with the insides of strings, comments and regular expressions as blanks, every place kept. */
function blankOut(text) {
  const inert = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|\/(?![*\s])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/g;
  return text.replace(inert, (part) => part.replace(/[^\n]/g, " "));
}
