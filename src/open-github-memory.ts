import { createHash } from "node:crypto";
import { NightshiftError } from "./domain/errors.ts";
import type { GitHub } from "./github-port.ts";
import type { storeMemory } from "./memory/store-memory.ts";

/** What reading and storing memory asks of git. */
type MemoryGit = Parameters<typeof storeMemory>[1]["git"];

/** The calls of GitHub that it takes. */
export type MemoryCalls = Pick<
  GitHub,
  | "getRef"
  | "getCommit"
  | "readFile"
  | "listTree"
  | "createBlob"
  | "createTree"
  | "createCommit"
  | "createRef"
  | "updateRef"
>;

/** The memory branch on GitHub, for `readMemory` and `storeMemory`: nothing is cloned, and what is unchanged is not sent. */
export function openGitHubMemory({
  github,
  prefix,
}: {
  readonly github: MemoryCalls;
  readonly prefix: string;
}): MemoryGit {
  const treeOf = async (commit: string) => {
    const tree = (await github.getCommit(commit))?.tree;
    if (tree === undefined) throw gone(commit);
    return tree;
  };
  const place = async (
    files: readonly { readonly path: string; readonly content: string | Uint8Array }[],
    known: ReadonlyMap<string, string>,
  ) => {
    const entries: { path: string; mode: "100644"; sha: string }[] = [];
    for (const { path, content } of files) {
      const bytes = Buffer.from(content);
      const sha = hashBlob(bytes);
      if (known.get(path) === sha) continue;
      entries.push({ path, mode: "100644", sha: await github.createBlob(bytes) });
    }
    return entries;
  };
  return {
    prefix,
    treeOf,
    readFile: (commit, path) => github.readFile(commit, path),
    resolveCommit: (ref) => github.getRef(ref),
    buildTreeFromFiles: async (files) => github.createTree(null, await place(files, new Map())),
    buildTree: async (base, edits) => {
      const known = new Map((await github.listTree(base)).map(({ path, sha }) => [path, sha]));
      const files = edits.flatMap((edit) =>
        edit.content === null ? [] : [{ path: edit.path, content: edit.content }],
      );
      const entries = await place(files, known);
      return entries.length === 0 ? base : github.createTree(base, entries);
    },
    writeCommit: ({ tree, parents, message }) => github.createCommit({ tree, parents, message }),
    updateRefs: async (updates) => {
      for (const { ref, to, from } of updates) {
        if (to === null) throw gone(ref);
        const outcome = from === null ? await github.createRef(ref, to) : await github.updateRef(ref, to);
        if (outcome.status === "forbidden") throw forbidden(ref, outcome.reason);
        if (outcome.status === "moved") return outcome;
      }
      return { status: "updated" };
    },
  };
}

function hashBlob(content: Buffer): string {
  return createHash("sha1").update(`blob ${content.length}\0`).update(content).digest("hex");
}

function gone(what: string): NightshiftError {
  return new NightshiftError({
    code: "MEMORY_UNREADABLE",
    message: `${what} of the memory branch is not on GitHub.`,
    hint: "Look whether somebody is rewriting the branch; the next pass tries again.",
  });
}

function forbidden(ref: string, reason: string): NightshiftError {
  return new NightshiftError({
    code: "MEMORY_FORBIDDEN",
    message: `${ref} may not be written: ${reason}.`,
    hint: "Let the App past the rule that protects the branch.",
  });
}
