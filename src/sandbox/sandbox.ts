import type { FileEdit } from "../domain/candidate.ts";
import type { Command } from "../domain/gate.ts";
import type { ProcessResult, ProcessSpec } from "../ports.ts";

/** A command to run in a sandbox. */
export type SandboxCommand = {
  /** An argv, or a string for `sh -c`. Placeholders are already filled in. */
  readonly command: Command;
  /** Relative to the work tree's root. Default ".". */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly network?: "none" | "host";
  readonly maxOutputBytes?: number;
  /** See `ProcessSpec`; on the host, out of the command's reach. */
  readonly outputFiles?: NonNullable<ProcessSpec["outputFiles"]>;
  readonly signal?: AbortSignal;
};

/**
 * A disposable work tree, opened with `await using`. Commands see it at `mountPath`, the path of the repository
 * itself, so that editable installs and absolute shims resolve to the candidate.
 */
export interface Sandbox extends AsyncDisposable {
  /** `<campaign>/<cycle>` or a name like `<campaign>/base`. */
  readonly name: string;
  /** Commit that it was opened from. */
  readonly commit: string;
  /** Work tree on the host, absolute. Only the supervisor uses it. */
  readonly dir: string;
  /** Where commands see the work tree, absolute. */
  readonly mountPath: string;
  /** Folder on the host that commands can write to outside of the work tree (reports, coverage), absolute. */
  readonly outDir: string;
  /** Where commands see `outDir`, absolute. */
  readonly outMountPath: string;
  /** Where commands see Nightshift's own run-time files (reporters, tracers), read-only, absolute. */
  readonly supportPath: string;
  /** Where commands see the Node that Nightshift itself runs on, read-only, absolute; absent where they cannot. */
  readonly nodePath?: string;
  readonly isIsolated: boolean;
  /** Runs under isolation. Never rejects for an exit, a time-out or a missing program. */
  run(command: SandboxCommand): Promise<ProcessResult>;
  /** Runs with the same clean environment but outside isolation; for environment probes of base code alone. */
  runOutside(command: SandboxCommand): Promise<ProcessResult>;
  /** Writes edits into the work tree, refusing any path that leaves it, also through symlinks. */
  apply(edits: readonly FileEdit[]): Promise<void>;
  /** Content of a file in the work tree, or null. Never follows a symlink out of the tree. */
  read(path: string): Promise<Buffer | null>;
  /** Puts every tracked file back to `commit` and removes what is not tracked, ignored files too. */
  reset(): Promise<void>;
}
