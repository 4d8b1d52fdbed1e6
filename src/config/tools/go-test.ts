import { buildCommand } from "../shell/build-command.ts";
import { keepOptions, splitOptions } from "../shell/split-options.ts";
import type { Tool } from "./tool.ts";

const VALUED = [
  "-run",
  "-skip",
  "-tags",
  "-timeout",
  "-count",
  "-p",
  "-parallel",
  "-C",
  "-mod",
  "-ldflags",
  "-o",
];
const DROPPED = ["-json", "-v", "-failfast", "-cover*", "-c", "-o", "-bench*", "-fuzz*", "-count"];

/**
 * `go test -json` (https://pkg.go.dev/cmd/test2json); `-count=1` keeps Go's cache from answering. A package whose tests
 * hang is ended by Go ahead of the gate, so that it is a failure with a stack.
 */
export const goTest: Tool = {
  kind: "tests",
  runner: "go",
  format: "go-test-json",
  isStartedBy: ({ name, args }) => name === "go" && args[0]?.text === "test",
  instrument: ({ program, args, assignments }) => {
    const { options, positionals } = splitOptions(args.slice(1), VALUED);
    const packages = positionals.length > 0 ? positionals : ["./..."];
    const kept = keepOptions(options, DROPPED);
    const isLimited = options.some(({ name }) => name === "-timeout");
    const limit = isLimited ? [] : ["-timeout={fileLimitMs}ms"];
    return buildCommand(
      [...program, "test", "-json", "-count=1", ...limit, ...kept, ...packages],
      assignments,
    );
  },
};
