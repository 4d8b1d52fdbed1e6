import { buildCommand } from "../shell/build-command.ts";
import { keepOptions, splitOptions } from "../shell/split-options.ts";
import type { Tool } from "./tool.ts";

const VALUED = [
  "-p",
  "--project",
  "--target",
  "--module",
  "--outDir",
  "--lib",
  "--types",
  "--pretty",
  "--noEmit",
];
const DROPPED = [
  "--pretty",
  "--watch",
  "-w",
  "--preserveWatchOutput",
  "--diagnostics",
  "--extendedDiagnostics",
  "--listFiles",
  "--listEmittedFiles",
  "--explainFiles",
  "--traceResolution",
];

/**
 * TypeScript's compiler as a check (https://www.typescriptlang.org/docs/handbook/compiler-options.html): one plain
 * line for each error. A build of project references (`-b`) is left to write what it needs.
 */
export const tsc: Tool = {
  kind: "typecheck",
  format: "tsc",
  isStartedBy: ({ name }) => name === "tsc" || name === "tsgo",
  instrument: ({ program, args, assignments }) => {
    const isBuild = ["-b", "--build"].includes(args[0]?.text ?? "");
    // `--noEmit` is a flag that may carry a value; only a written `true` or `false` belongs to it.
    const isSwitch = (text: string | undefined) => text === "true" || text === "false";
    const words = args.filter(
      ({ text }, index) => text !== "--noEmit" && !(isSwitch(text) && args[index - 1]?.text === "--noEmit"),
    );
    const { options, positionals } = splitOptions(words, VALUED);
    const kept = keepOptions(options, DROPPED);
    const check = isBuild ? ["--pretty", "false"] : ["--noEmit", "--pretty", "false"];
    return buildCommand([...program, ...kept, ...check, ...positionals], assignments);
  },
};
