import type { Command, GateKind, ReportFormat, Runner } from "../../domain/gate.ts";
import type { ShellSegment, ShellWord } from "../shell/split-shell.ts";

/** A command line that starts a tool, taken apart. */
export type ToolCall = {
  /** The words that start the tool: `vitest`, `npx vitest`, `node node_modules/jest/bin/jest.js`, `python3 -m pytest`. */
  readonly program: readonly ShellWord[];
  /** The tool's own name: `vitest`, `jest`, `pytest`, `node`. */
  readonly name: string;
  readonly args: readonly ShellWord[];
  /** Variables that are set for it alone. */
  readonly assignments: ShellSegment["assignments"];
};

/** How a tool is run so that its report can be read and nothing stops it early. */
export type InstrumentedCall = {
  readonly command: Command;
  readonly env: Readonly<Record<string, string>>;
  /** Runs one test file, `{file}`, or one test in it, `{name}` or `{namePattern}`. */
  readonly only?: Command;
  /** The linter's own fixer for `{file}`. */
  readonly fix?: Command;
  /** Globs of tracked files, where the tool is run once for each. */
  readonly files?: readonly string[];
  readonly report?: "{report}";
};

/**
 * What is known of a tool: how to see that a command starts it, and how to make that command's result readable.
 * Placeholders that it may use, filled in when the gate runs: `{report}` a fresh file, `{support}` the folder of
 * Nightshift's own reporters, `{file}` relative to the gate's `cwd`, `{name}` a test's name as its runner writes it ("" for
 * every test), `{fileLimitMs}` how long one test file may take, `{namePattern}` a regular expression that matches it (`.*` for every test).
 */
export type Tool = {
  readonly kind: Extract<GateKind, "tests" | "lint" | "typecheck">;
  readonly format: ReportFormat;
  /** For tests: the runner that finders and brains know it by. */
  readonly runner?: Runner;
  isStartedBy(call: Pick<ToolCall, "name" | "args">): boolean;
  instrument(call: ToolCall): InstrumentedCall;
};
