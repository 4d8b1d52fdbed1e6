import type { WarmSession } from "../warm/warm-session.ts";
import type { OriginalFile } from "./prepare-candidate.ts";

/** What the base is tried with, less first; where none is enough, the base does not end, and the last has to do. */
const TRIED = [20_000, 200_000, 2_000_000, 20_000_000] as const;
/** A mended program may do more than one that fails on the way. */
const HEADROOM = 10;
const LEAST = 200_000;

/** The fuel that candidates get: some times what the base takes, as the session counted it or with the same files loaded the same way. */
export async function findFuel(
  session: Pick<WarmSession, "run" | "baseFuel">,
  suspects: readonly OriginalFile[],
): Promise<number> {
  if (session.baseFuel != null) return Math.max(LEAST, session.baseFuel * HEADROOM);
  const requests = TRIED.map((fuel) => ({ edits: suspects, fuel }));
  let at = 0;
  for await (const outcome of session.run(requests)) {
    if (outcome.status !== "out-of-fuel") break;
    at += 1;
  }
  return (TRIED[at] ?? TRIED[3]) * HEADROOM;
}
