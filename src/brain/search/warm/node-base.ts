import type { FileEdit } from "../../../domain/candidate.ts";
import type { NodeRequest } from "./node-messages.ts";
import type { WarmCheck } from "./warm-session.ts";

/** Turns after which a test file of the base counts as one that hangs. */
export const BASE_FUEL = 30_000_000;

/** What running candidates needs to know of the base. */
export type NodeBase = {
  readonly checks: readonly WarmCheck[];
  /** All test files, those of the item first. */
  readonly files: readonly string[];
  /** Test file → the project's files that it loads, relative to the root, itself included. */
  readonly modules: ReadonlyMap<string, ReadonlySet<string>>;
  /** The item's tests, which candidates have to come through first. */
  readonly first: NodeRequest["first"];
  readonly targets: readonly string[];
  /** Whether the base passes all targets: then candidates are faults, and what counts is whether a test fails. */
  readonly isGreen: boolean;
  /** Test files whose tests do alone what they do together. */
  readonly divisible: ReadonlySet<string>;
  /** Turns of loops and calls that all tests take together; null where they cannot be counted. */
  readonly used: number | null;
  /** Whether a test file does not end. */
  readonly hasHang: boolean;
  /** A candidate is killed after that; far above what the base takes. */
  readonly wallMs: number;
};

/** Whether a test file loads an edited file. Others do as they did. */
export function isAffected(
  file: string,
  edits: readonly Pick<FileEdit, "path">[],
  { modules }: Pick<NodeBase, "modules">,
): boolean {
  return edits.some(({ path }) => modules.get(file)?.has(path) === true);
}
