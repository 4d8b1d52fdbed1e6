import { githubRoutes, type PermissionNeed } from "../../../src/adapters/github/permissions.ts";
import type { ApiCall } from "./api-call.ts";

/**
 * What a robot's token lacks for a call, as GitHub names it in `x-accepted-github-permissions`; null where nothing is
 * missing. A route that the table does not have is nothing that a robot of ours may ask for.
 */
export function findMissingPermission({ caller, route, path, method }: ApiCall): string | null {
  const permissions = caller?.permissions ?? null;
  if (permissions === null || path.startsWith("/installation/")) return null;
  const known: Readonly<Record<string, PermissionNeed>> = githubRoutes;
  const need = known[path === "/graphql" ? "POST /graphql" : (route ?? "")];
  if (need === undefined) return `none=${method} ${path}`;
  const isEnough = need.some((set) =>
    Object.entries(set).every(([name, wanted]) => {
      const own = name === "metadata" ? "read" : permissions[name as keyof typeof permissions];
      return own === "write" || (own !== undefined && wanted === "read");
    }),
  );
  if (isEnough) return null;
  return need
    .map((set) =>
      Object.entries(set)
        .map((each) => each.join("="))
        .join(","),
    )
    .join("; ");
}
