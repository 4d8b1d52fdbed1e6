/** The three actions, each loaded and run when it is called: what is built of them shares its parts. */
export const actions = {
  campaign: () => import("./campaign.ts"),
  verify: () => import("./verify.ts"),
  publish: () => import("./publish.ts"),
} as const;
