import type { GitHub, WriteOutcome } from "../../../src/github-port.ts";
import { failCall } from "./fail-call.ts";
import type { MemoryWorld } from "./memory-world.ts";

type GitPart = Pick<
  GitHub,
  | "getRepository"
  | "getRef"
  | "listRefs"
  | "createRef"
  | "updateRef"
  | "deleteRef"
  | "getCommit"
  | "readFile"
  | "listTree"
  | "createBlob"
  | "createTree"
  | "createCommit"
>;

/** Refs and objects of GitHub in memory. */
export function createMemoryGit(world: MemoryWorld): GitPart {
  const { objects, refs } = world;
  const treeOf = (sha: string) => objects.trees.get(objects.commits.get(sha)?.tree ?? sha);
  const findRefusal = (ref: string): WriteOutcome | null =>
    [...world.protectedRefs].some((rule) => (rule.endsWith("/") ? ref.startsWith(rule) : ref === rule))
      ? { status: "forbidden", reason: `a rule protects ${ref}` }
      : null;
  const moveHeads = (ref: string, sha: string) => {
    for (const pull of world.pullRequests.values())
      if (pull.state === "open" && `refs/heads/${pull.headRef}` === ref) pull.headSha = sha;
  };
  return {
    getRepository: async () => ({ ...world.info }),
    getRef: async (ref) => refs.get(ref) ?? null,
    listRefs: async (prefix) =>
      [...refs]
        .filter(([ref]) => ref.startsWith(prefix))
        .map(([ref, sha]) => ({ ref, sha }))
        .toSorted((a, b) => (a.ref < b.ref ? -1 : 1)),
    createRef: async (ref, sha) => {
      const refusal = findRefusal(ref);
      if (refusal !== null) return refusal;
      if (!objects.commits.has(sha)) throw failCall("GITHUB_INVALID", `Object does not exist: ${sha}`);
      if (refs.has(ref)) return { status: "moved", reason: "Reference already exists" };
      const clash = [...refs.keys()].find(
        (known) => known.startsWith(`${ref}/`) || ref.startsWith(`${known}/`),
      );
      if (clash !== undefined) throw failCall("GITHUB_INVALID", `${ref} cannot be beside ${clash}`);
      refs.set(ref, sha);
      return { status: "done" };
    },
    updateRef: async (ref, sha) => {
      const refusal = findRefusal(ref);
      if (refusal !== null) return refusal;
      const now = refs.get(ref);
      if (now === undefined || !objects.commits.has(sha))
        throw failCall("GITHUB_INVALID", "Reference or object does not exist");
      if (!objects.ancestorsOf(sha).has(now))
        return { status: "moved", reason: "Update is not a fast forward" };
      refs.set(ref, sha);
      moveHeads(ref, sha);
      return { status: "done" };
    },
    deleteRef: async (ref) => {
      const refusal = findRefusal(ref);
      if (refusal !== null) return refusal;
      return refs.delete(ref) ? { status: "done" } : { status: "moved", reason: "Reference does not exist" };
    },
    getCommit: async (sha) => {
      const commit = objects.commits.get(sha);
      return commit === undefined
        ? null
        : { tree: commit.tree, parents: commit.parents, message: commit.message };
    },
    readFile: async (commit, path) => {
      const file = treeOf(commit)?.get(path);
      return file === undefined ? null : (objects.blobs.get(file.sha) ?? null);
    },
    listTree: async (tree) => {
      const files = treeOf(tree);
      if (files === undefined) throw failCall("GITHUB_NOT_FOUND", `There is no tree ${tree}`);
      return [...files].map(([path, file]) => ({ path, ...file }));
    },
    createBlob: async (content) => objects.writeBlob(Buffer.from(content)),
    createTree: async (base, entries) => {
      const before = base === null ? new Map() : treeOf(base);
      if (before === undefined) throw failCall("GITHUB_INVALID", "base_tree is not a valid tree oid");
      const files = new Map(before);
      for (const { path, mode, sha } of entries) {
        if (sha === null && !files.has(path)) throw failCall("GITHUB_INVALID", "GitRPC::BadObjectState");
        if (sha !== null && !objects.blobs.has(sha)) throw failCall("GITHUB_INVALID", `no blob ${sha}`);
        if (sha === null) files.delete(path);
        else files.set(path, { mode, sha });
      }
      return objects.writeTree(files);
    },
    createCommit: async ({ tree, parents, message, at }) => {
      if (!objects.trees.has(tree) || parents.some((parent) => !objects.commits.has(parent)))
        throw failCall("GITHUB_INVALID", "Tree SHA or parents do not exist");
      return objects.writeCommit({ tree, parents, message, ...(at === undefined ? {} : { at }) });
    },
  };
}
