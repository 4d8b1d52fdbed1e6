import path from "node:path";
import type { Probot } from "probot";
import { createClock } from "../../src/adapters/clock.ts";
import { createGitHub } from "../../src/adapters/github/create-github.ts";
import { createSettingsReader } from "../../src/adapters/github/create-settings-reader.ts";
import { describeError } from "../../src/domain/errors.ts";
import type { Log } from "../desk.ts";
import { openDesk } from "../open-desk.ts";
import { publishBundle } from "../publish-bundle.ts";
import { type InstalledRepository, maxTaskMs, type OfficeDeps } from "./open-office.ts";

/** A token that ends sooner than this is asked for anew, so that a task does not outlive it. */
const minTokenMs = maxTaskMs;
const maxTokens = 1_000;

/** Desks for what Probot is signed in to: as the App for the list of repositories, as each installation for its own. */
export function createProbotDesks(
  app: Pick<Probot, "auth">,
  { cacheFolder }: { readonly cacheFolder: string | null },
  { log }: { readonly log: Pick<Log, "error"> },
): Pick<OfficeDeps, "openDesk" | "listInstalled"> {
  const clock = createClock();
  let login: string | null = null;
  const tokens = new Map<string, { readonly token: string; readonly expires_at: string }>();

  async function readLogin(): Promise<string> {
    if (login !== null) return login;
    const { data } = await (await app.auth()).request("GET /app");
    login = `${data?.slug ?? "nightshift"}[bot]`;
    return login;
  }

  async function readToken({ installation, repository }: InstalledRepository) {
    const octokit = await app.auth();
    const { baseUrl } = octokit.request.endpoint.DEFAULTS;
    const key = `${installation}/${repository.name}`;
    const known = tokens.get(key);
    if (known !== undefined && Date.parse(known.expires_at) - Date.parse(clock.now()) > minTokenMs)
      return { token: known.token, baseUrl };
    // For this one repository alone. Not by `octokit.auth`, which asks api.github.com whatever `baseUrl` is.
    const { data } = await octokit.request("POST /app/installations/{installation_id}/access_tokens", {
      installation_id: installation,
      repositories: [repository.name],
    });
    tokens.delete(key);
    tokens.set(key, data);
    const [oldest] = tokens.keys();
    if (tokens.size > maxTokens && oldest !== undefined) tokens.delete(oldest);
    return { token: data.token, baseUrl };
  }

  return {
    async openDesk(where: InstalledRepository, log: Log, signal: AbortSignal) {
      const { installation, repository } = where;
      const [{ token, baseUrl }, own] = [await readToken(where), await readLogin()];
      const cache =
        cacheFolder === null
          ? {}
          : { cacheFolder: path.join(cacheFolder, String(installation), repository.name) };
      const github = createGitHub({ repository, auth: { token }, baseUrl, ...cache, signal }, { clock });
      return openDesk(
        { connect: (guard) => (guard === undefined ? github : github.guardedBy(guard)) },
        {
          ...{ login: own, publish: publishBundle, clock, log, getUsage: () => github.getUsage() },
          readSettings: createSettingsReader({ repository, token, baseUrl }),
        },
      );
    },
    async listInstalled() {
      const octokit = await app.auth();
      const found: InstalledRepository[] = [];
      for (const { id, suspended_at: suspended } of await octokit.paginate("GET /app/installations", {
        per_page: 100,
      })) {
        if (suspended !== null && suspended !== undefined) continue;
        try {
          const own = await app.auth(id);
          for (const { full_name: full } of await own.paginate("GET /installation/repositories", {
            per_page: 100,
          })) {
            const [owner = "", name = ""] = full.split("/");
            found.push({ installation: id, repository: { owner, name } });
          }
        } catch (error) {
          // One that was taken away meanwhile must not keep the others from being looked at.
          log.error(
            { installation: id, error: describeError(error) },
            "an installation's repositories could not be listed",
          );
        }
      }
      return found;
    },
  };
}
