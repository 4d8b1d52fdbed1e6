import { z } from "zod";
import { updateDashboard } from "../dashboard/update-dashboard.ts";
import { defineFamily } from "../event-family.ts";
import { markStale } from "../offers/mark-stale.ts";

/** The default branch has moved: open promotions whose files it changed need verifying again. */
export const push = defineFamily({
  events: ["push"],
  schema: z.object({
    ref: z.string(),
    deleted: z.literal(false),
    repository: z.object({ default_branch: z.string() }),
  }),
  isOurs: ({ ref, repository }) => ref === `refs/heads/${repository.default_branch}`,
  run: async (_part, desk) => {
    await markStale(desk);
    await updateDashboard(desk);
  },
});
