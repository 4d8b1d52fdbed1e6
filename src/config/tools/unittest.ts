import { buildCommand } from "../shell/build-command.ts";
import { splitOptions } from "../shell/split-options.ts";
import type { Tool } from "./tool.ts";

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
    const { positionals } = splitOptions(args, ["-s", "--start-directory", "-p", "--pattern", "-t", "-k"]);
    const tests = positionals.filter(({ text }) => text !== "discover");
    // The program is `python3 -m unittest`; its `-m unittest` gives way to the runner.
    const runner = [...program.slice(0, -2), "{support}/unittest_report.py", "{report}"];
    const all = buildCommand([...runner, ...tests], assignments);
    return { ...all, only: buildCommand([...runner, "{file}"], assignments).command, report: "{report}" };
  },
};
