// Runs every corpus in its full size and writes the figures to docs/security.md. Test files that are named run instead of
// all, and `--only PATTERN` runs the tests whose full name matches; then nothing is written. NIGHTSHIFT_SEED chooses
// another corpus.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { corpusSeed } from "../tests/helpers/corpus.ts";

type Figure = { readonly what: string; readonly result: string };

const root = path.join(import.meta.dirname, "..");
/** Everything that has more than its small size. */
const corpora = [
  "tests/corpora",
  "tests/escapes",
  "tests/gates/canary",
  "tests/operators",
  "tests/policy/diff",
  "tests/policy/fuzz",
  "tests/publish/bundle",
  "tests/publish/publish-repeated",
  "tests/app/reconcile",
  "tests/e2e/github",
  "tests/e2e/kill-and-resume",
  "tests/e2e/model",
  "tests/campaign/issue",
];
const { positionals: named, values } = parseArgs({
  allowPositionals: true,
  options: { only: { type: "string" } },
});
const only = values.only === undefined ? [] : ["--only", values.only];
const figures = mkdtempSync(path.join(tmpdir(), "nightshift-figures-"));
const bin = path.join(root, "node_modules", ".bin");
const { status } = spawnSync(
  path.join(bin, "node"),
  ["scripts/run-tests.ts", ...(named.length > 0 ? named : corpora), ...only],
  {
    cwd: root,
    stdio: "inherit",
    env: {
      ...process.env,
      PATH: `${bin}${path.delimiter}${process.env.PATH ?? ""}`,
      NIGHTSHIFT_CORPUS: "full",
      NIGHTSHIFT_FIGURES: figures,
    },
  },
);
const tables = readdirSync(figures)
  .sort()
  .map((name) => renderTable(name, JSON.parse(readFileSync(path.join(figures, name), "utf8")) as Figure[]));
rmSync(figures, { recursive: true });
if (status === 0 && named.length === 0 && only.length === 0) writeFigures(tables.join("\n\n"));
process.exit(status ?? 1);

function renderTable(file: string, rows: readonly Figure[]): string {
  const lines = rows.map(({ what, result }) => `| ${what} | ${result} |`);
  return [`| ${path.basename(file, ".json").replaceAll("-", " ")} | |`, "| --- | --- |", ...lines].join("\n");
}

function writeFigures(text: string): void {
  const place = path.join(root, "docs", "security.md");
  const [begin, end] = ["<!-- figures: written by npm run test:full -->", "<!-- end of figures -->"];
  const old = readFileSync(place, "utf8");
  const [from, to] = [old.indexOf(begin), old.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${place} has lost its marks: ${begin}, ${end}`);
  const day = new Date().toISOString().slice(0, 10);
  const head = `\`npm run test:full\` with \`NIGHTSHIFT_SEED=${corpusSeed}\`, ${day}, Node ${process.versions.node}:`;
  writeFileSync(place, `${old.slice(0, from)}${begin}\n\n${head}\n\n${text}\n\n${old.slice(to)}`);
}
