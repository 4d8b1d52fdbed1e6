// Builds action/ into dist/, which is committed: runners take it as it is. With --check it only says whether dist/ is
// what the sources give.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildInto } from "./actions/build-into.ts";

const dist = path.join(import.meta.dirname, "..", "dist");

if (process.argv.includes("--check")) {
  const fresh = mkdtempSync(path.join(tmpdir(), "nightshift-dist-"));
  try {
    buildInto(path.join(fresh, "dist"));
    const stale = findDifferences(path.join(fresh, "dist"));
    for (const file of stale) console.error(`dist/${file} is not what the sources give.`);
    if (stale.length > 0) {
      console.error("Run `node scripts/build-actions.ts` and commit dist/.");
      process.exitCode = 1;
    }
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
} else {
  buildInto(dist);
  const bytes = listFiles(dist).reduce((sum, file) => sum + statSync(path.join(dist, file)).size, 0);
  console.log(`dist/ has ${(bytes / 1_000_000).toFixed(1)} MB in ${listFiles(dist).length} files.`);
}

function findDifferences(fresh: string): readonly string[] {
  const names = new Set([...listFiles(fresh), ...listFiles(dist)]);
  return [...names].sort().filter((file) => read(fresh, file) !== read(dist, file));
}

function read(folder: string, file: string): string | null {
  try {
    return readFileSync(path.join(folder, file), "latin1");
  } catch {
    return null;
  }
}

function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}
