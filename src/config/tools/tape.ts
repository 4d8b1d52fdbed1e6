import { buildCommand } from "../shell/build-command.ts";
import { splitOptions } from "../shell/split-options.ts";
import type { Tool } from "./tool.ts";

const crashReporter = "--require={support}/tap-crash-reporter.cjs";

/**
 * Tape (https://github.com/tape-testing/tape): TAP names no files, so each test file is run by itself, by node, and
 * the file is part of every test's identity. What the tape program would load first (`-r`) node loads; ahead of it,
 * what makes a failing check of a file that throws.
 */
export const tape: Tool = {
  kind: "tests",
  runner: "tape",
  format: "tap",
  isStartedBy: ({ name, args }) => name === "tape" && args.some(({ text }) => !text.startsWith("-")),
  instrument: ({ args, assignments }) => {
    const { options, positionals } = splitOptions(args, ["-r", "--require", "--import", "-i", "--ignore"]);
    const loaded = options
      .filter(({ name }) => ["-r", "--require", "--import"].includes(name))
      .flatMap(({ words }) => words);
    const one = buildCommand(["node", crashReporter, ...loaded, "{file}"], assignments);
    return { ...one, only: one.command, files: positionals.map(({ text }) => text.replace(/^\.\//, "")) };
  },
};
