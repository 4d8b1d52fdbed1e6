import { createHash } from "node:crypto";

/** A file of a tree, by its blob. */
export type StoredFile = { readonly mode: string; readonly sha: string };
/** All files of a tree by path. */
export type StoredTree = ReadonlyMap<string, StoredFile>;
/** A commit. */
export type StoredCommit = {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
};

/** Git objects in memory, under the names that git gives them. */
export type ObjectStore = ReturnType<typeof createObjectStore>;

/** An empty store. */
export function createObjectStore() {
  const blobs = new Map<string, Buffer>();
  const trees = new Map<string, StoredTree>();
  const commits = new Map<string, StoredCommit>();
  let clockSeconds = 1_795_000_000;

  const writeBlob = (content: Buffer): string => {
    const sha = hashObject("blob", content);
    blobs.set(sha, content);
    return sha;
  };
  const writeTree = (files: StoredTree): string => {
    const sha = hashTree([...files].map(([path, file]) => ({ path: path.split("/"), file })));
    trees.set(sha, files);
    return sha;
  };
  const writeCommit = (input: Omit<StoredCommit, "sha"> & { readonly at?: string }): string => {
    // Every commit has a second of its own, so that making one twice is seen.
    clockSeconds += 1;
    const seconds = input.at === undefined ? clockSeconds : Date.parse(input.at) / 1000;
    const who = `nightshift[bot] <bot@example.org> ${seconds} +0000`;
    const text = [
      `tree ${input.tree}`,
      ...input.parents.map((parent) => `parent ${parent}`),
      `author ${who}`,
      `committer ${who}`,
      "",
      input.message,
    ].join("\n");
    const sha = hashObject("commit", Buffer.from(text));
    commits.set(sha, { sha, tree: input.tree, parents: input.parents, message: input.message });
    return sha;
  };
  /** All commits that a commit stands on, itself among them. */
  const ancestorsOf = (sha: string): ReadonlySet<string> => {
    const seen = new Set<string>();
    const waiting = [sha];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push(...(commits.get(next)?.parents ?? []));
    }
    return seen;
  };
  return { blobs, trees, commits, writeBlob, writeTree, writeCommit, ancestorsOf };
}

type Leaf = { readonly path: readonly string[]; readonly file: StoredFile };

/** The name of a tree, folders hashed from the leaves up, in git's order. */
function hashTree(leaves: readonly Leaf[]): string {
  const entries = [...Map.groupBy(leaves, ({ path }) => path[0] ?? "")].map(([name, within]) => {
    const [only] = within;
    if (only !== undefined && only.path.length === 1)
      return { name, key: name, mode: only.file.mode, sha: only.file.sha };
    const below = within.map(({ path, file }) => ({ path: path.slice(1), file }));
    return { name, key: `${name}/`, mode: "40000", sha: hashTree(below) };
  });
  entries.sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)));
  return hashObject(
    "tree",
    Buffer.concat(
      entries.flatMap(({ name, mode, sha }) => [Buffer.from(`${mode} ${name}\0`), Buffer.from(sha, "hex")]),
    ),
  );
}

function hashObject(type: string, content: Buffer): string {
  return createHash("sha1").update(`${type} ${content.length}\0`).update(content).digest("hex");
}
