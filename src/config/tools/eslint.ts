import { buildCommand } from "../shell/build-command.ts";
import { keepOptions, splitOptions } from "../shell/split-options.ts";
import type { Tool } from "./tool.ts";

const VALUED = [
  "-c",
  "--config",
  "--ext",
  "--ignore-path",
  "--ignore-pattern",
  "--rulesdir",
  "--resolve-plugins-relative-to",
  "--parser",
  "--plugin",
  "--rule",
  "--env",
  "--global",
  "-f",
  "--format",
  "-o",
  "--output-file",
  "--max-warnings",
  "--cache-location",
  "--cache-file",
  "--cache-strategy",
  "--fix-type",
  "--flag",
  "--concurrency",
];
/** Findings are counted by the gate, so a limit on warnings would only make the exit code disagree. */
const DROPPED = [
  "-f",
  "--format",
  "-o",
  "--output-file",
  "--max-warnings",
  "--fix*",
  "--cache*",
  "--color",
  "--no-color",
  "--quiet",
  "--exit-on-fatal-error",
  "--debug",
];

/** ESLint (https://eslint.org/docs/latest/use/command-line-interface) with its JSON formatter. */
export const eslint: Tool = {
  kind: "lint",
  format: "eslint-json",
  isStartedBy: ({ name }) => name === "eslint",
  instrument: ({ program, args, assignments }) => {
    const { options, positionals } = splitOptions(args, VALUED);
    const kept = keepOptions(options, DROPPED);
    const isQuiet = options.some(({ name }) => name === "--quiet");
    const report = ["--format=json", "--output-file={report}", ...(isQuiet ? ["--quiet"] : [])];
    const targets = positionals.length > 0 ? positionals : ["."];
    const all = buildCommand([...program, ...kept, ...report, ...targets], assignments);
    const fix = buildCommand([...program, ...kept, "--fix", "{file}"], assignments).command;
    return { ...all, fix, report: "{report}" };
  },
};
