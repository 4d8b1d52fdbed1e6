import { z } from "zod";
import { NightshiftError } from "../../domain/errors.ts";
import type { GitHub } from "../../github-port.ts";
import { shaSchema } from "./answer-schemas.ts";
import type { GitHubClient } from "./github-client.ts";

const createdSchema = z.object({ sha: shaSchema });
const commitSchema = z.object({
  tree: createdSchema,
  parents: z.array(createdSchema),
  message: z.string(),
});
const contentSchema = z.union([
  z.array(z.unknown()),
  z.object({
    type: z.string(),
    sha: z.string(),
    encoding: z.string().optional(),
    content: z.string().optional(),
  }),
]);
const blobSchema = z.object({ content: z.string(), encoding: z.string() });
const treeSchema = z.object({
  tree: z.array(z.object({ path: z.string(), mode: z.string(), type: z.string(), sha: shaSchema })),
  truncated: z.boolean().optional(),
});

/** Who writes commits that carry a time of their own; without one they are the token's, which GitHub signs for Apps. */
const identity = { name: "Nightshift", email: "nightshift@localhost" };

/**
 * Git objects. They are named by their content, so that writing one twice is writing it once: blobs and trees are put
 * again when an answer is lost; commits too where they carry their time.
 */
export function createObjectCalls(
  client: GitHubClient,
): Pick<GitHub, "getCommit" | "readFile" | "listTree" | "createBlob" | "createTree" | "createCommit"> {
  return {
    async getCommit(sha) {
      const answer = await client.send("GET /repos/{owner}/{repo}/git/commits/{commit_sha}", {
        parameters: { commit_sha: sha },
        schema: commitSchema,
      });
      if (answer.status === "refused") {
        // 409: the repository is empty; 422: no hash.
        if ([404, 409, 422].includes(answer.httpStatus)) return null;
        throw answer.error;
      }
      const { tree, parents, message } = answer.data;
      return { tree: tree.sha, parents: parents.map((parent) => parent.sha), message };
    },
    async readFile(commit, path) {
      const found = await client.find("GET /repos/{owner}/{repo}/contents/{path}", {
        parameters: { path: checkPath(path), ref: commit },
        schema: contentSchema,
      });
      if (found === null || Array.isArray(found) || found.type !== "file") return null;
      const { encoding, content, sha } = found;
      if (encoding === "base64" && content !== undefined) return Buffer.from(content, "base64");
      // Beyond a megabyte the content is left out.
      const blob = await client.call("GET /repos/{owner}/{repo}/git/blobs/{file_sha}", {
        parameters: { file_sha: sha },
        schema: blobSchema,
      });
      return Buffer.from(blob.content, blob.encoding === "base64" ? "base64" : "utf8");
    },
    async listTree(tree) {
      const found = await client.call("GET /repos/{owner}/{repo}/git/trees/{tree_sha}", {
        parameters: { tree_sha: tree, recursive: "1" },
        schema: treeSchema,
      });
      if (found.truncated === true) {
        throw new NightshiftError({
          code: "GITHUB_INVALID",
          message: `GitHub cut the listing of tree ${tree} off after ${found.tree.length} entries.`,
          hint: "The repository has more files than GitHub lists at once (100,000); work on it from a clone.",
        });
      }
      return found.tree
        .filter(({ type }) => type !== "tree")
        .map(({ path, mode, sha }) => ({ path, mode, sha }));
    },
    async createBlob(content) {
      const { sha } = await client.call("POST /repos/{owner}/{repo}/git/blobs", {
        parameters: { content: content.toString("base64"), encoding: "base64" },
        schema: createdSchema,
        isIdempotent: true,
      });
      return sha;
    },
    async createTree(base, entries) {
      const { sha } = await client.call("POST /repos/{owner}/{repo}/git/trees", {
        parameters: {
          ...(base === null ? {} : { base_tree: base }),
          tree: entries.map((entry) => ({ ...entry, type: "blob" })),
        },
        schema: createdSchema,
        isIdempotent: true,
      });
      return sha;
    },
    async createCommit({ tree, parents, message, at }) {
      const signature =
        at === undefined ? {} : { author: { ...identity, date: at }, committer: { ...identity, date: at } };
      const { sha } = await client.call("POST /repos/{owner}/{repo}/git/commits", {
        parameters: { tree, parents, message, ...signature },
        schema: createdSchema,
        isIdempotent: at !== undefined,
      });
      return sha;
    },
  };
}

/** A path inside the repository, as git writes it; anything else could name another route. */
function checkPath(path: string): string {
  const parts = path.split("/");
  if (parts.some((part) => ["", ".", ".."].includes(part)) || path.includes("\0")) {
    throw new NightshiftError({
      code: "GITHUB_INVALID",
      message: `${JSON.stringify(path)} is no path inside a repository.`,
      hint: "Give it from the repository's top, with forward slashes.",
    });
  }
  return path;
}
