import type { Config } from "../../config/schema.ts";
import type { FileEdit } from "../../domain/candidate.ts";
import { isTestFile } from "../../policy/protected/is-test-file.ts";
import { listProtectedGlobs } from "../../policy/protected/list-protected-globs.ts";
import { createPathProtection } from "../../policy/protected/protected-paths.ts";

/** A candidate's edits, by what they touch. */
export type Trees = {
  /** Edits of what is judged. On the base they give its tests, settings and data over the candidate's sources. */
  readonly sources: readonly FileEdit[];
  /** Edits of what judges: tests, what they compare with, settings. Where there is none, both trees are equal. */
  readonly judges: readonly FileEdit[];
};

/** Takes a candidate's edits apart for the two trees that it is judged on. Pure. */
export function planTrees(edits: readonly FileEdit[], config: Pick<Config, "policy" | "gates">): Trees {
  const isJudge = createJudgeTest(config);
  return {
    sources: edits.filter(({ path }) => !isJudge(path)),
    judges: edits.filter(({ path }) => isJudge(path)),
  };
}

/** Whether a path decides what gates see: a test, its data, or whatever else is protected. */
function createJudgeTest(config: Pick<Config, "policy" | "gates">): (path: string) => boolean {
  const protectionOf = createPathProtection(listProtectedGlobs(config));
  return (path) => isTestFile(path) || protectionOf(path) !== null;
}
