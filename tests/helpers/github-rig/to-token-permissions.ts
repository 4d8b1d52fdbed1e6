import type { Job } from "../workflow/read-workflow.ts";
import type { Caller } from "./api-call.ts";

/** What the token of a job with these permissions may do. A workflow's file spells them with a dash. */
export function toTokenPermissions(permissions: Job["permissions"]): NonNullable<Caller["permissions"]> {
  return Object.fromEntries(
    Object.entries(permissions).map(([name, access]) => [name.replace("-", "_"), access]),
  );
}
