import type { FileEdit } from "../../domain/candidate.ts";
import { isTestFile } from "../../policy/protected/is-test-file.ts";
import type { AttemptInput } from "../attempt-item.ts";
import type { CampaignDeps } from "../campaign-deps.ts";
import { checkPolicy } from "../check-policy.ts";

/** Test files that may be written for one item. */
const MAX_FILES = 3;

/**
 * Why tests that were written for an item may not be put on the base, for whoever wrote them; null where they may. They
 * are new files that are recognised as tests, and policy has the say on them as on every edit, safety on or off.
 */
export async function checkNewTests(
  tests: readonly FileEdit[],
  { item, position }: Pick<AttemptInput, "item" | "position">,
  deps: CampaignDeps,
): Promise<string | null> {
  if (tests.length === 0) return "there is no test";
  if (tests.length > MAX_FILES)
    return `${tests.length} files are too many; at most ${MAX_FILES} may be written`;
  const files = await deps.git.listFiles(position.tree);
  const known = new Set(files.map(({ path }) => path));
  for (const { path, content } of tests) {
    if (content === null) return `${path} cannot be deleted; only new test files may be written`;
    if (known.has(path)) return `${path} is there already; write the test into a new file`;
    if (!isTestFile(path)) return `${path} is not recognised as a test by its name or folder`;
  }
  const verdict = await checkPolicy({ edits: tests, item, tree: position.tree, files }, deps);
  if (verdict.status === "allowed") return null;
  return verdict.denials.map(({ rule, reason }) => `${reason} (rule ${rule})`).join("; ");
}
