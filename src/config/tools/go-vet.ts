import { buildCommand } from "../shell/build-command.ts";
import { mergeStreams } from "../shell/merge-streams.ts";
import type { Tool } from "./tool.ts";

/** `go vet` (https://pkg.go.dev/cmd/vet), whose findings are printed on standard error. */
export const goVet: Tool = {
  kind: "lint",
  format: "line-column",
  isStartedBy: ({ name, args }) => name === "go" && args[0]?.text === "vet",
  instrument: ({ program, args, assignments }) => {
    const given = args.slice(1).filter(({ text }) => text !== "-json" && text !== "-v");
    const packages = given.some(({ text }) => !text.startsWith("-")) ? [] : ["./..."];
    return buildCommand([...program, "vet", ...given, ...packages, mergeStreams], assignments);
  },
};
