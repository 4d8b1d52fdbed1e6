import { buildCommand } from "../shell/build-command.ts";
import { keepOptions, splitOptions } from "../shell/split-options.ts";
import type { ShellWord } from "../shell/split-shell.ts";
import type { Tool } from "./tool.ts";

const VALUED = ["-s", "--start-directory", "-p", "--pattern", "-t", "--top-level-directory", "-k"];
/** What stops early, or is of the terminal alone. */
const DROPPED = [
  "-v",
  "--verbose",
  "-q",
  "--quiet",
  "-f",
  "--failfast",
  "-b",
  "--buffer",
  "-c",
  "--catch",
  "--locals",
];

/**
 * Python's unittest (https://docs.python.org/3/library/unittest.html), run by Nightshift's own runner, which writes
 * one JSON object a line: unittest itself has no readable report.
 */
export const unittest: Tool = {
  kind: "tests",
  runner: "unittest",
  format: "unittest",
  isStartedBy: ({ name }) => name === "unittest",
  instrument: ({ program, args, assignments }) => {
    const { options, positionals } = splitOptions(args, VALUED);
    const isDiscovery = positionals[0]?.text === "discover";
    const tests = isDiscovery ? [] : positionals;
    const found = isDiscovery ? nameDiscovery(positionals.slice(1)) : [];
    // The program is `python3 -m unittest`; its `-m unittest` gives way to the runner.
    const runner = [...program.slice(0, -2), "{support}/unittest_report.py", "{report}"];
    // Python's argument parser takes positionals in one run alone, so they stand together, ahead of options.
    const all = buildCommand([...runner, ...tests, ...found, ...keepOptions(options, DROPPED)], assignments);
    // Where tests start is on their path, so that one file finds what it imports as it does among all of them.
    const folders = [...found, ...keepOptions(options, [...DROPPED, "-k", "-p", "--pattern"])];
    const only = buildCommand([...runner, "{file}", ...folders, "-k", "{name}"], assignments).command;
    return { ...all, only, report: "{report}" };
  },
};

/** `discover START PATTERN TOP` as the options that mean the same. */
function nameDiscovery(positionals: readonly ShellWord[]): readonly (ShellWord | string)[] {
  const names = ["-s", "-p", "-t"];
  return positionals.slice(0, names.length).flatMap((word, index) => [names[index] ?? "", word]);
}
