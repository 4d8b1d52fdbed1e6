import type { GitHub } from "../../src/github-port.ts";

/** Id of a workflow's newest run, 0 without one: what is started afterwards has a greater one. */
export async function findNewestRun(
  workflow: string,
  { github }: { readonly github: Pick<GitHub, "listRuns"> },
): Promise<number> {
  return (await github.listRuns({ workflow, limit: 1 }))[0]?.id ?? 0;
}
