import { buildCommand } from "../shell/build-command.ts";
import { keepOptions, splitOptions } from "../shell/split-options.ts";
import { boundTimeout } from "./bound-timeout.ts";
import type { Tool } from "./tool.ts";

const VALUED = [
  "-c",
  "--config",
  "-r",
  "--root",
  "--dir",
  "--project",
  "--environment",
  "--mode",
  "--pool",
  "--testTimeout",
  "--hookTimeout",
  "--exclude",
  "--maxWorkers",
  "--minWorkers",
  "--reporter",
  "--outputFile",
  "-t",
  "--testNamePattern",
  "--retry",
  "--bail",
  "--shard",
];
/** What writes other reports, stops early, measures coverage or waits for changes. */
const DROPPED = [
  "--reporter*",
  "--outputFile*",
  "--bail",
  "--coverage*",
  "--watch",
  "-w",
  "--ui",
  "--run",
  "--open",
];
const SUBCOMMANDS = ["run", "watch", "dev", "related"];

/** Vitest (https://vitest.dev/guide/cli.html), run once with its JSON reporter. */
export const vitest: Tool = {
  kind: "tests",
  runner: "vitest",
  format: "vitest-json",
  isStartedBy: ({ name, args }) =>
    name === "vitest" && !["bench", "init", "list"].includes(args[0]?.text ?? ""),
  instrument: ({ program, args, assignments }) => {
    const { options: given, positionals } = splitOptions(args, VALUED);
    const options = boundTimeout(given, { on: ["--testTimeout"] });
    const filters = positionals.filter(({ text }, index) => index > 0 || !SUBCOMMANDS.includes(text));
    const report = ["--reporter=json", "--outputFile={report}", "--bail=0", "--coverage.enabled=false"];
    const kept = keepOptions(options, DROPPED);
    const all = buildCommand([...program, "run", ...kept, ...report, ...filters], assignments);
    const chosen = keepOptions(options, [...DROPPED, "-t", "--testNamePattern", "--shard"]);
    const only = [...program, "run", ...chosen, ...report, "--testNamePattern={namePattern}", "{file}"];
    return { ...all, only: buildCommand(only, assignments).command, report: "{report}" };
  },
};
