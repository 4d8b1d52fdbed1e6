import { decodeStrictly } from "../../adapters/git-text.ts";
import type { TreeEntry } from "../../ports.ts";
import type { ChangedFile, ChangeSet, FileState } from "../change-set.ts";
import { applyHunks } from "./apply-hunks.ts";
import { diffError } from "./diff-error.ts";
import type { FileDiff } from "./file-diff.ts";
import { hasForeignBytes } from "./has-foreign-bytes.ts";

/** The tree that a diff is held against. */
export type DiffBase = {
  readonly files: readonly TreeEntry[];
  /** Bytes of a regular file, null for anything else. */
  readonly readBytes: (path: string) => Promise<Buffer | null>;
};

/** What the parts of a diff leave at one path. */
type Outcome = { isRemoved: boolean; after: FileState | null; at: number };

/**
 * The change that a diff makes to a tree. Nothing is written, so hostile paths and modes stay in the result for the
 * rules to judge. All parts are read against the same tree, as git does it.
 *
 * Throws the usage error `DIFF_DOES_NOT_APPLY`.
 */
export async function applyDiff(diffs: readonly FileDiff[], base: DiffBase): Promise<ChangeSet> {
  const entries = new Map(base.files.map((entry) => [entry.path, entry]));
  const outcomes = new Map<string, Outcome>();
  for (const diff of diffs) {
    const { oldPath, newPath, at } = diff;
    if (oldPath !== null && !entries.has(oldPath)) {
      throw diffError("DIFF_DOES_NOT_APPLY", {
        line: at,
        reason: `${JSON.stringify(oldPath)} is not in the tree`,
      });
    }
    const after = await buildAfter(diff, entries, base);
    if (oldPath !== null && !diff.isCopy && oldPath !== newPath)
      note(outcomes, oldPath, { isRemoved: true, after: null, at });
    if (newPath !== null) note(outcomes, newPath, { isRemoved: oldPath === newPath, after, at });
  }
  const changed: ChangedFile[] = [];
  for (const [path, { isRemoved, after, at }] of outcomes) {
    const entry = entries.get(path);
    if (entry !== undefined && !isRemoved) {
      throw diffError("DIFF_DOES_NOT_APPLY", {
        line: at,
        reason: `${JSON.stringify(path)} is in the tree already`,
      });
    }
    const before = entry === undefined ? null : describe(entry.mode, await base.readBytes(path));
    changed.push({ path, before, after });
  }
  return { files: changed.filter(isChange), entries };
}

/** A path may be taken away by one part and made anew by another; anything else twice has no order to judge by. */
function note(outcomes: Map<string, Outcome>, path: string, { isRemoved, after, at }: Outcome): void {
  const known = outcomes.get(path);
  if (known !== undefined && (known.isRemoved === isRemoved || (known.after !== null && after !== null))) {
    throw diffError("DIFF_DOES_NOT_APPLY", {
      line: at,
      reason: `it changes ${JSON.stringify(path)} a second time`,
    });
  }
  outcomes.set(path, {
    isRemoved: isRemoved || known?.isRemoved === true,
    after: after ?? known?.after ?? null,
    at,
  });
}

async function buildAfter(
  { oldPath, newPath, mode, isBinary, hunks }: FileDiff,
  entries: ReadonlyMap<string, TreeEntry>,
  { readBytes }: DiffBase,
): Promise<FileState | null> {
  const bytes = oldPath === null ? Buffer.alloc(0) : await readBytes(oldPath);
  const path = newPath ?? oldPath ?? "";
  const isKnown = bytes !== null && !isBinary && !hasForeignBytes(path);
  const result = !isKnown ? null : applyHunks(bytes.toString("latin1"), hunks, path);
  if (newPath === null) return null;
  const kept = oldPath === null ? "100644" : (entries.get(oldPath)?.mode ?? "");
  return describe(mode ?? kept, result === null ? null : Buffer.from(result, "latin1"));
}

/** Of a symbolic link or a submodule only its mode is told, as a tree's reader does it. */
function describe(mode: string, bytes: Buffer | null): FileState {
  const content = mode.startsWith("100") ? bytes : null;
  return {
    mode,
    text: content === null ? null : decodeStrictly(content),
    sizeBytes: content?.length ?? 0,
  };
}

function isChange({ before, after }: ChangedFile): boolean {
  const isUnknown = before?.text === null || after?.text === null;
  return isUnknown || before?.mode !== after?.mode || before?.text !== after?.text;
}
