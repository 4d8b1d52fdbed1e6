import type { WarmOutcome, WarmSession } from "../../../../src/brain/search/warm/warm-session.ts";
import type { OpenedWarm } from "../../../helpers/open-warm.ts";

/** The session of what was opened; throws with the reason where it is unsuited. */
export function sessionOf({ opening }: Pick<OpenedWarm, "opening">): WarmSession {
  if (opening.status === "unsuited") throw new Error(opening.reason);
  return opening.session;
}

/** Runs texts of one file as candidates, and gives all outcomes in their order. */
export async function runTexts(
  session: WarmSession,
  path: string,
  texts: readonly string[],
  fuel = 1_000_000,
): Promise<readonly WarmOutcome[]> {
  const requests = texts.map((content) => ({ edits: [{ path, mode: "100644" as const, content }], fuel }));
  return await Array.fromAsync(session.run(requests));
}

/** An outcome in one line: "passed 2, failed 1", "out-of-fuel", "ended: …"; with "…" where not all tests were run. */
export function sumUp(outcome: WarmOutcome | undefined): string {
  if (outcome === undefined) return "none";
  if (outcome.status === "ended") return `ended: ${outcome.reason}`;
  if (outcome.status === "out-of-fuel") return "out-of-fuel";
  const count = (status: string) => outcome.checks.filter((check) => check.status === status).length;
  const end = outcome.isComplete ? "" : " …";
  return `passed ${count("passed")}, failed ${count("failed")}${end}`;
}
