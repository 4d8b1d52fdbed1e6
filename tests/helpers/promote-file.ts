import { type PromotionResult, promote } from "../../src/campaign/promote.ts";
import type { Git } from "../../src/ports.ts";

/** Promotes new content of one file onto master as it is; the promotion. Throws when master has moved. */
export async function promoteFile(
  git: Git,
  {
    cycle,
    path,
    content,
    campaign = "c1",
    keep = 10,
    isUnsafe = false,
  }: {
    readonly cycle: number;
    readonly path: string;
    readonly content: string;
    readonly campaign?: string;
    readonly keep?: number;
    readonly isUnsafe?: boolean;
  },
): Promise<Extract<PromotionResult, { status: "promoted" }>["promotion"]> {
  const parent = (await git.resolveCommit(`refs/heads/${git.prefix}/master`)) ?? "";
  const tree = await git.buildTree(parent, [{ path, mode: "100644", content }]);
  const result = await promote(
    {
      campaign,
      cycle,
      item: `item-${cycle}`,
      subject: `fix: ${path} in cycle ${cycle}`,
      evidence: "The test was red and is green.",
      parent,
      tree,
      at: `2026-11-21T03:00:${String(cycle).padStart(2, "0")}Z`,
      keep,
      isUnsafe,
      isDryRun: false,
    },
    { git },
  );
  if (result.status !== "promoted") {
    throw new Error(result.reason);
  }
  return result.promotion;
}
