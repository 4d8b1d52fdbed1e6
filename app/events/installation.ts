import { z } from "zod";
import { defineFamily } from "../event-family.ts";
import { welcome } from "../welcome/welcome.ts";

/** The App has come to a repository. The office calls this for each one that the delivery names. */
export const installation = defineFamily({
  events: ["installation.created", "installation_repositories.added"],
  schema: z.object({ action: z.enum(["created", "added"]) }),
  run: (_part, desk) => welcome(desk),
});
