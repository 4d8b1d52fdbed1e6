import type { CommitInfo } from "../ports.ts";

/** The trailer of a promotion that policy may have denied. */
const trailer = "Nightshift-Unsafe";

/** Trailers that mark a promotion of a campaign without safety; none for any other. Pure. */
export function renderUnsafeMark(isUnsafe: boolean): Readonly<Record<string, string>> {
  return isUnsafe ? { [trailer]: "made with --no-safety, policy did not refuse; never publish" } : {};
}

/** Whether a commit carries the mark. Pure. */
export function hasUnsafeMark({ trailers }: Pick<CommitInfo, "trailers">): boolean {
  return Object.keys(trailers).some((name) => name.toLowerCase() === trailer.toLowerCase());
}
