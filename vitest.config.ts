import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    // The repair corpus is data: its tests are those of projects with bugs.
    exclude: ["tests/corpora/repair/*/modules/**"],
    testTimeout: 180_000,
    hookTimeout: 240_000,
    pool: "forks",
    maxWorkers: 2,
    // Sources keep no state in modules, so that a process can serve many files: starting one takes longer than most tests.
    isolate: false,
  },
});
