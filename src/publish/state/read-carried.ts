import type { Manifest } from "../../domain/bundle.ts";
import type { GitHub } from "../../github-port.ts";
import { parseTrailers } from "../parse-trailers.ts";
import { createHistory } from "./create-history.ts";

/** Commits of master that are looked through; carried ones are among the last. */
const maxSteps = 60;
/** More are not shown anyway. */
const maxSubjects = 20;

/**
 * What master carries from earlier campaigns, by the subjects of its own commits. A campaign names commits and is believed
 * nothing else: one that is not in master's history (GitHub gives those of forks too), or is no promotion, has no subject.
 */
export async function readCarried(
  { carried, previous }: Pick<Manifest["master"], "carried" | "previous">,
  { github }: { readonly github: Pick<GitHub, "getCommit"> },
): Promise<readonly string[]> {
  if (previous === null) return [];
  const findInHistory = createHistory({ descendant: previous, limit: maxSteps }, { github });
  const subjects: string[] = [];
  for (const { commit } of carried.slice(-maxSubjects)) {
    const found = (await findInHistory(commit)) === "found" ? await github.getCommit(commit) : null;
    const isPromotion = parseTrailers(found?.message ?? "").has("Nightshift-Cycle");
    const [subject = ""] = (found?.message ?? "").split("\n", 1);
    subjects.push(isPromotion ? subject : `${commit.slice(0, 12)}, which is no promotion on master`);
  }
  return subjects;
}
