import { z } from "zod";
import { type GitHub, type Permission, permissions } from "../../github-port.ts";
import type { GitHubClient } from "./github-client.ts";

const repositorySchema = z.object({
  id: z.number(),
  name: z.string(),
  owner: z.object({ login: z.string() }),
  default_branch: z.string(),
  archived: z.boolean().optional(),
  private: z.boolean(),
});

const permissionSchema = z.object({ permission: z.string(), role_name: z.string().optional() });

const quotaSchema = z.object({
  resources: z.object({
    core: z.object({ limit: z.number(), remaining: z.number(), reset: z.number() }),
  }),
});

/** What is known of the repository, of people and of the quota. */
export function createRepositoryCalls(
  client: GitHubClient,
  { getRef }: Pick<GitHub, "getRef">,
): Pick<GitHub, "getRepository" | "getPermission" | "getQuota"> {
  return {
    async getRepository() {
      const found = await client.call("GET /repos/{owner}/{repo}", { schema: repositorySchema });
      return {
        id: found.id,
        owner: found.owner.login,
        name: found.name,
        defaultBranch: found.default_branch,
        isArchived: found.archived ?? false,
        isPrivate: found.private,
        // The size that GitHub gives is stale for hours.
        isEmpty: (await getRef(`refs/heads/${found.default_branch}`)) === null,
      };
    },
    async getPermission(user) {
      const found = await client.find("GET /repos/{owner}/{repo}/collaborators/{username}/permission", {
        parameters: { username: user },
        schema: permissionSchema,
        isCached: false,
      });
      if (found === null) return "none";
      // Maintain and triage are told by the role alone; a role of the organisation's own by what it is based on.
      return toPermission(found.role_name) ?? toPermission(found.permission) ?? "none";
    },
    async getQuota() {
      const found = await client.find("GET /rate_limit", { schema: quotaSchema, isCached: false });
      // A server of one's own may have no limit.
      const { limit, remaining, reset } = found?.resources.core ?? { limit: 1e9, remaining: 1e9, reset: 0 };
      return { limit, remaining, resetAt: new Date(reset * 1_000).toISOString() };
    },
  };
}

function toPermission(name: string | undefined): Permission | null {
  return permissions.find((permission) => permission === name) ?? null;
}
