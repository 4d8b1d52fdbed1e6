import type { RepositoryName } from "../../github-port.ts";
import { createGitHubFetch } from "./github-fetch.ts";

/** An answer about a repository's settings. `hidden`: GitHub tells it to nobody with this token. */
export type SettingsAnswer =
  | { readonly status: "ok"; readonly data: unknown; readonly headers: Headers }
  | { readonly status: "hidden" | "missing" | "unauthorized"; readonly httpStatus: number }
  | { readonly status: "failed"; readonly reason: string };

/** Reads one path beneath a repository, such as "/actions/workflows". It never throws for what GitHub answers. */
export type ReadSettings = (path: string) => Promise<SettingsAnswer>;

const bounds = { timeoutMs: 20_000, maxBytes: 4 * 1_048_576 };

/**
 * A reader of settings for whoever looks after a repository: it can do nothing but GET. Apart from the adapter that
 * publishes, since that one has no right to see most of this, and is not to get it.
 */
export function createSettingsReader({
  repository: { owner, name },
  token,
  baseUrl = "https://api.github.com",
}: {
  readonly repository: RepositoryName;
  /** Null: what everybody may see. */
  readonly token: string | null;
  readonly baseUrl?: string;
}): ReadSettings {
  const fetchGitHub = createGitHubFetch(bounds);
  const root = `${baseUrl.replace(/\/+$/, "")}/repos/${encodeURIComponent(owner)}/${encodeURIComponent(name)}`;
  return async (path) => {
    try {
      const response = await fetchGitHub(`${root}${path}`, {
        headers: {
          accept: "application/vnd.github+json",
          "user-agent": "nightshift-doctor",
          "x-github-api-version": "2022-11-28",
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        },
      });
      const httpStatus = response.status;
      if (httpStatus === 401) return { status: "unauthorized", httpStatus };
      if (httpStatus === 403 && response.headers.get("x-ratelimit-remaining") !== "0")
        return { status: "hidden", httpStatus };
      if (httpStatus === 404) return { status: "missing", httpStatus };
      if (!response.ok) return { status: "failed", reason: `GitHub answered ${httpStatus}` };
      return { status: "ok", data: await response.json(), headers: response.headers };
    } catch (error) {
      return { status: "failed", reason: error instanceof Error ? error.message : String(error) };
    }
  };
}
