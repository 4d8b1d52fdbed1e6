import { buildCommand } from "../shell/build-command.ts";
import { mergeStreams } from "../shell/merge-streams.ts";
import type { Tool } from "./tool.ts";

/**
 * `cargo test` (https://doc.rust-lang.org/cargo/commands/cargo-test.html) with every test binary run to its end.
 * Its text is the only stable report; without network cargo must not look for newer crates. It says on standard error
 * alone which binary runs, and so which file its tests are in: both streams are read as one.
 */
export const cargoTest: Tool = {
  kind: "tests",
  runner: "cargo",
  format: "cargo-test",
  isStartedBy: ({ name, args }) => name === "cargo" && ["test", "t"].includes(args[0]?.text ?? ""),
  instrument: ({ program, args, assignments }) => {
    const rest = args.slice(1).filter(({ text }) => !["--no-fail-fast", "--quiet", "-q"].includes(text));
    const built = buildCommand([...program, "test", "--no-fail-fast", ...rest, mergeStreams], assignments);
    return { ...built, env: { CARGO_NET_OFFLINE: "true", CARGO_TERM_COLOR: "never", ...built.env } };
  },
};
