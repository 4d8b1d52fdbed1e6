import { posix } from "node:path";
import picomatch from "picomatch";
import { expect, it } from "vitest";
import type { Runner } from "../../../src/domain/gate.ts";
import { nameCanaryFile } from "../../../src/gates/canary/name-canary-file.ts";

/** What runners look for when nobody tells them, and test files that fit. */
const globs: readonly (readonly [Runner, string, readonly string[]])[] = [
  ["node-test", "**/*.test.?(c|m)js", ["a.test.js", "x/b.test.mjs"]],
  ["node-test", "**/*-test.?(c|m)js", ["a-test.js"]],
  ["node-test", "**/test-*.?(c|m)js", ["test-a.js"]],
  ["vitest", "**/*.{test,spec}.?(c|m)[jt]s?(x)", ["src/a.spec.tsx", "test.test.ts"]],
  ["jest", "**/?(*.)+(spec|test).[jt]s?(x)", ["test.js", "spec.ts", "a.b.test.js"]],
  ["jest", "**/__tests__/**/*.[jt]s?(x)", ["__tests__/a.js"]],
  ["mocha", "test/*.{js,cjs,mjs}", ["test/index.js", "test/test.js", "test/test-a.mjs"]],
  ["pytest", "**/test_*.py", ["tests/test_sums.py", "test_a.py"]],
  ["pytest", "**/*_test.py", ["sums_test.py"]],
  ["unittest", "test*.py", ["test.py", "tests.py", "test_a.py", "testing.py"]],
  ["go", "**/*_test.go", ["sum/sum_test.go", "linux_test.go"]],
];

it.each(globs.flatMap(([runner, glob, names]) => names.map((name) => [runner, glob, name] as const)))(
  "%s finds by %s what stands beside %s",
  (runner, glob, name) => {
    expect(picomatch(glob)(name)).toBe(true);
    const file = nameCanaryFile(name, runner, "ab12");
    expect(picomatch(glob)(file)).toBe(true);
    expect(file).not.toBe(name);
    expect(posix.dirname(file)).toBe(posix.dirname(name));
    if (file.endsWith(".py")) expect(posix.basename(file)).toMatch(/^[_a-z]\w*\.py$/);
    if (runner === "mocha") expect([file, name].sort()[0]).toBe(file);
    if (file.endsWith(".py")) expect([file, name].sort()[1]).toBe(file);
  },
);
