import { z } from "zod";
import { NightshiftError } from "../../domain/errors.ts";
import type { GitHub, WriteOutcome } from "../../github-port.ts";
import { anySchema, shaSchema } from "./answer-schemas.ts";
import type { GitHubAnswer, GitHubClient } from "./github-client.ts";
import { type GitHubGuard, guardGitHubRef } from "./guard-github-ref.ts";
import { readWriteRefusal } from "./read-write-refusal.ts";

const refSchema = z.object({ ref: z.string(), object: z.object({ sha: shaSchema }) });

type RefWrite = {
  readonly ref: string;
  readonly put: () => Promise<GitHubAnswer<unknown>>;
  readonly isDone: (found: string | null) => boolean;
  /** Whether the ref is to be made, so that its absence says nothing. */
  readonly isNew?: boolean;
};

/** More refs beneath one prefix are not listed. */
const maxRefs = 10_000;

/**
 * Refs. Every write is checked by the guard before any request. Where the answer to a write is lost, the ref is looked
 * at: the server may have done it; if it did not, the write is put once more, which does no harm to what moves only
 * forward.
 */
export function createRefCalls(
  client: GitHubClient,
  guard: GitHubGuard | null,
): Pick<GitHub, "getRef" | "listRefs" | "createRef" | "updateRef" | "deleteRef"> {
  async function getRef(ref: string): Promise<string | null> {
    const answer = await client.send("GET /repos/{owner}/{repo}/git/ref/{ref}", {
      parameters: { ref: trimRef(ref) },
      schema: z.union([refSchema, z.array(refSchema)]),
    });
    if (answer.status === "refused") {
      // 409: the repository is empty.
      if (answer.httpStatus === 404 || answer.httpStatus === 409) return null;
      throw answer.error;
    }
    // Some servers answer with the refs that begin like it.
    const found = Array.isArray(answer.data) ? answer.data : [answer.data];
    return found.find((each) => each.ref === ref)?.object.sha ?? null;
  }

  async function write({ ref, put, isDone, isNew = false }: RefWrite): Promise<WriteOutcome> {
    let answer: GitHubAnswer<unknown>;
    try {
      answer = await put();
    } catch (error) {
      if (!(error instanceof NightshiftError) || error.code !== "GITHUB_UNAVAILABLE") throw error;
      if (isDone(await getRef(ref))) return { status: "done" };
      answer = await put();
      // The first one may have come through in between.
      if (answer.status === "refused" && isDone(await getRef(ref))) return { status: "done" };
    }
    if (answer.status === "ok") return { status: "done" };
    // 404 is said of a ref that is gone and to a token that may not write: only a look tells which.
    if (answer.httpStatus === 404 && !isNew && (await getRef(ref)) === null) {
      return { status: "moved", reason: "Reference does not exist" };
    }
    return readWriteRefusal(answer);
  }

  return {
    getRef,
    async listRefs(prefix) {
      const found = await client.list(
        "GET /repos/{owner}/{repo}/git/matching-refs/{ref}",
        // GitHub matches by the beginning: without the last slash it finds the same and more, which is filtered.
        { parameters: { ref: trimRef(prefix).replace(/\/+$/, "") }, schema: z.array(refSchema) },
        { cap: maxRefs },
      );
      return found
        .filter(({ ref }) => ref.startsWith(prefix))
        .map(({ ref, object }) => ({ ref, sha: object.sha }));
    },
    async createRef(ref, sha) {
      guardGitHubRef(ref, guard);
      return write({
        ref,
        put: () =>
          client.send("POST /repos/{owner}/{repo}/git/refs", { parameters: { ref, sha }, schema: anySchema }),
        isDone: (found) => found === sha,
        isNew: true,
      });
    },
    async updateRef(ref, sha) {
      guardGitHubRef(ref, guard);
      return write({
        ref,
        put: () =>
          client.send("PATCH /repos/{owner}/{repo}/git/refs/{ref}", {
            parameters: { ref: trimRef(ref), sha },
            schema: anySchema,
          }),
        isDone: (found) => found === sha,
      });
    },
    async deleteRef(ref) {
      guardGitHubRef(ref, guard);
      return write({
        ref,
        put: () =>
          client.send("DELETE /repos/{owner}/{repo}/git/refs/{ref}", {
            parameters: { ref: trimRef(ref) },
            schema: anySchema,
          }),
        isDone: (found) => found === null,
      });
    },
  };
}

/** GitHub's paths name refs without `refs/`. */
function trimRef(ref: string): string {
  return ref.replace(/^refs\//, "");
}
