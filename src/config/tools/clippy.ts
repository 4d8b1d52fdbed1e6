import { buildCommand } from "../shell/build-command.ts";
import { mergeStreams } from "../shell/merge-streams.ts";
import type { Tool } from "./tool.ts";

/** Clippy (https://doc.rust-lang.org/clippy/): one line for each finding, printed on standard error. */
export const clippy: Tool = {
  kind: "lint",
  format: "line-column",
  isStartedBy: ({ name, args }) => name === "cargo" && args[0]?.text === "clippy",
  instrument: ({ program, args, assignments }) => {
    const end = args.findIndex(({ text }) => text === "--");
    const given = args
      .slice(1, end < 0 ? undefined : end)
      .filter(({ text }) => !/^(?:--message-format|-q$|--quiet$|--fix$)/.test(text));
    const lints = end < 0 ? [] : args.slice(end);
    const built = buildCommand(
      [...program, "clippy", "--quiet", "--message-format=short", ...given, ...lints, mergeStreams],
      assignments,
    );
    return { ...built, env: { CARGO_NET_OFFLINE: "true", CARGO_TERM_COLOR: "never", ...built.env } };
  },
};
