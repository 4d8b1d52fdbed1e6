import type { Config } from "../config/schema.ts";
import type { FileEdit } from "../domain/candidate.ts";
import type { TreeEntry } from "../ports.ts";
import { findContentFault } from "./find-content-fault.ts";
import { findPathFault } from "./find-path-fault.ts";
import { listProtectedGlobs } from "./list-protected-globs.ts";
import { createPathProtection } from "./protected-paths.ts";

/** One thing that a candidate may not do. */
export type Denial = {
  readonly rule: string;
  readonly file: string;
  /** 1-based; null where the whole file is meant. */
  readonly line: number | null;
  /** One sentence, with the file. */
  readonly reason: string;
};

/** What the rules say of a candidate. */
export type PolicyVerdict =
  | { readonly status: "allowed" }
  | { readonly status: "denied"; readonly denials: readonly [Denial, ...Denial[]] };

/** A candidate of more files is no fix of one thing any more. */
const maxFiles = 20;
const maxTotalBytes = 4 * 1024 * 1024;

/**
 * Checks edits against the rules that need no gate: paths inside the tree and not protected, tests untouched, text
 * alone, modes as they were, sizes in bounds. `files` is the tree that the edits apply to. Pure.
 */
export function checkCandidate(
  edits: readonly FileEdit[],
  {
    files,
    config,
  }: { readonly files: readonly TreeEntry[]; readonly config: Pick<Config, "policy" | "gates"> },
): PolicyVerdict {
  const entries = new Map(files.map((entry) => [entry.path, entry]));
  const protectionOf = createPathProtection(listProtectedGlobs(config));
  const denials = [
    ...findSetFaults(edits),
    ...edits.flatMap((edit): readonly Denial[] => {
      const { path } = edit;
      const fault = findPathFault(edit, entries);
      if (fault !== null) {
        return [{ ...fault, file: path, line: null }];
      }
      const protection = protectionOf(path);
      if (protection !== null) {
        const reason = `${path} is protected: ${protection.reason}`;
        return [{ rule: `protected-${protection.rule}`, file: path, line: null, reason }];
      }
      const flaw = findContentFault(edit);
      return flaw === null ? [] : [{ ...flaw, file: path }];
    }),
  ];
  const [first, ...rest] = denials;
  return first === undefined ? { status: "allowed" } : { status: "denied", denials: [first, ...rest] };
}

function findSetFaults(edits: readonly FileEdit[]): readonly Denial[] {
  const paths = new Set<string>();
  const denials: Denial[] = [];
  for (const { path } of edits) {
    // Two names that some file systems take for one would let the second edit hide the first.
    const name = path.normalize("NFC").toLowerCase();
    if (paths.has(name)) {
      denials.push({ rule: "twice", file: path, line: null, reason: `${path} is edited twice` });
    }
    paths.add(name);
  }
  const sizeBytes = edits.reduce((sum, { content }) => sum + Buffer.byteLength(content ?? ""), 0);
  const file = edits[0]?.path ?? "";
  if (edits.length > maxFiles) {
    const reason = `the candidate edits ${edits.length} files, more than ${maxFiles}`;
    denials.push({ rule: "size", file, line: null, reason });
  }
  if (sizeBytes > maxTotalBytes) {
    const reason = `the candidate holds ${sizeBytes} bytes, more than ${maxTotalBytes}`;
    denials.push({ rule: "size", file, line: null, reason });
  }
  return denials;
}
