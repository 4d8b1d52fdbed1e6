import { lstat } from "node:fs/promises";
import { join } from "node:path";
import type { Check, Runner } from "../domain/gate.ts";
import type { GateContext } from "./gate-context.ts";

/** Runners whose reports name test files as they are in the tree. */
const namesFiles: ReadonlySet<Runner> = new Set([
  "node-test",
  "vitest",
  "jest",
  "mocha",
  "tape",
  "pytest",
  "unittest",
]);

/**
 * A file of which a report has passing tests and which is not in the tree, or null. Where no file of the report is
 * there, its paths count from elsewhere, and nothing can be said.
 */
export async function findInventedFile(
  checks: readonly Check[],
  { spec, sandbox }: Pick<GateContext, "spec" | "sandbox">,
): Promise<string | null> {
  if (spec.runner === undefined || !namesFiles.has(spec.runner)) return null;
  const passing = checks.filter(({ status, file }) => status === "passed" && file !== "");
  const files = [...new Set(passing.map(({ file }) => file))];
  const missing: string[] = [];
  for (const file of files) {
    // What is outside of the tree, as in a package that brings its own tests, is not for the tree to hold.
    if (file.startsWith("/") || file.startsWith("..")) continue;
    const state = await lstat(join(sandbox.dir, file)).catch(() => null);
    if (state === null) missing.push(file);
  }
  return missing.length === files.length ? null : (missing[0] ?? null);
}
