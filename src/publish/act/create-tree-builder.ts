import { createHash } from "node:crypto";
import type { Changeset } from "../../domain/bundle.ts";
import { NightshiftError } from "../../domain/errors.ts";
import type { GitHub, NewTreeEntry } from "../../github-port.ts";
import { decodeContent } from "../bundle/decode-content.ts";

/** A tree that GitHub made and that is the wanted one, or why there is none. */
export type BuiltTree =
  | { readonly status: "built" }
  | { readonly status: "refused"; readonly reason: string };

/** Changes on tree `onto` that have to give `tree`. */
export type WantedTree = { readonly onto: string; readonly changeset: Changeset; readonly tree: string };

/** Makes trees of changes, and holds each against the hash that verify told. */
export type TreeBuilder = { build(wanted: WantedTree): Promise<BuiltTree> };

/**
 * Makes trees through the Git Data API, each blob and each tree once. `stack`: what other trees are made on, so that one
 * is made from where GitHub has it.
 */
export function createTreeBuilder(
  { stack }: { readonly stack: readonly WantedTree[] },
  { github }: { readonly github: Pick<GitHub, "createBlob" | "createTree"> },
): TreeBuilder {
  const blobs = new Map<string, string>();
  const built = new Map<string, BuiltTree>();

  const writeBlob = async (bytes: Buffer): Promise<string> => {
    const key = createHash("sha256").update(bytes).digest("hex");
    const known = blobs.get(key) ?? (await github.createBlob(bytes));
    blobs.set(key, known);
    return known;
  };
  const make = async ({ onto, changeset, tree }: WantedTree): Promise<BuiltTree> => {
    const entries: NewTreeEntry[] = [];
    for (const file of changeset.files) {
      const { path } = file;
      if (file.change === "delete") entries.push({ path, mode: "100644", sha: null });
      else entries.push({ path, mode: file.mode, sha: await writeBlob(decodeContent(file)) });
    }
    try {
      const made = await github.createTree(onto, entries);
      return made === tree
        ? { status: "built" }
        : {
            status: "refused",
            reason: `its changes give tree ${made} on ${onto}, not ${tree} as verify found`,
          };
    } catch (error) {
      // What GitHub will not build is no fault of the connection: the changes do not belong on this tree.
      if (!(error instanceof NightshiftError) || error.code !== "GITHUB_INVALID") throw error;
      return { status: "refused", reason: `its changes cannot be made on tree ${onto}: ${error.message}` };
    }
  };
  const build: TreeBuilder["build"] = async (wanted) => {
    const key = `${wanted.onto} ${wanted.tree}`;
    const known = built.get(key);
    if (known !== undefined) return known;
    const beneath = stack.find(({ tree }) => tree === wanted.onto);
    const ground = beneath === undefined ? null : await build(beneath);
    const answer = ground?.status === "refused" ? ground : await make(wanted);
    built.set(key, answer);
    return answer;
  };
  return { build };
}
