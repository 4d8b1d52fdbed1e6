import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { BrainTask } from "../brain.ts";

/** What one test, or one whole process, went through. */
export type Trace = {
  /** The runner's own id of the test; null where a trace is of everything that ran. */
  readonly test: string | null;
  /** Null where the trace does not know. */
  readonly status: "passed" | "failed" | null;
  /** Path relative to the repository's root → 1-based lines. */
  readonly lines: ReadonlyMap<string, ReadonlySet<number>>;
  /**
   * Parts of those files that were not executed although their function or line was (branches, blocks, callbacks), in
   * UTF-16 offsets; absent where lines are all that is known.
   */
  readonly missed?: ReadonlyMap<string, readonly { readonly start: number; readonly end: number }[]>;
};

/** A way to record which lines a gate's command goes through. One file each, in the registry. */
export type Tracer = {
  readonly name: "node" | "python";
  /** One run of a file tells its tests apart; else each test has to be run alone. */
  readonly isPerTest: boolean;
  /** What has to be set for a run. `folder` is a folder for the traces, as commands see it. */
  buildEnvironment(
    folder: string,
    task: Pick<BrainTask, "gate" | "sandbox">,
  ): Readonly<Record<string, string>>;
  /**
   * The traces that a run left in `folder`, here as the host sees it; none when it left nothing readable. With `isExact`
   * files are left out that ran as something else than they are on disk, since their lines may be other ones.
   */
  read(
    folder: string,
    task: Pick<BrainTask, "sandbox" | "editableFiles"> & { readonly isExact?: boolean },
  ): Promise<readonly Trace[]>;
};

/** A path as commands see it, relative to the work tree; null outside of it. */
export function locateInTree(path: string, { mountPath }: Pick<Sandbox, "mountPath">): string | null {
  return path.startsWith(`${mountPath}/`) ? path.slice(mountPath.length + 1) : null;
}
