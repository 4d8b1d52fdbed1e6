import type { GitHub } from "../../github-port.ts";
import { createHistory } from "./create-history.ts";

/** Whether a commit stands on another one, as far as `limit` look-ups show it. */
export async function findAncestor(
  {
    ancestor,
    ...history
  }: { readonly ancestor: string; readonly descendant: string; readonly limit: number },
  deps: { readonly github: Pick<GitHub, "getCommit"> },
): Promise<"found" | "not-found" | "too-far"> {
  return createHistory(history, deps)(ancestor);
}
