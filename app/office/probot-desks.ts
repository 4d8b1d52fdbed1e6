import path from "node:path";
import type { Probot } from "probot";
import { createClock } from "../../src/adapters/clock.ts";
import { createGitHub } from "../../src/adapters/github/create-github.ts";
import type { Log } from "../desk.ts";
import { openDesk } from "../open-desk.ts";
import { publishBundle } from "../publish-bundle.ts";
import type { InstalledRepository, OfficeDeps } from "./open-office.ts";

/** A token that ends sooner than this is asked for anew, so that a task does not outlive it. */
const minTokenMs = 20 * 60_000;

/** Desks for what Probot is signed in to: as the App for the list of repositories, as each installation for its own. */
export function createProbotDesks(
  app: Pick<Probot, "auth">,
  { cacheFolder }: { readonly cacheFolder: string | null },
): Pick<OfficeDeps, "openDesk" | "listInstalled"> {
  const clock = createClock();
  let login: string | null = null;

  async function readLogin(): Promise<string> {
    if (login !== null) return login;
    const { data } = await (await app.auth()).request("GET /app");
    login = `${data?.slug ?? "nightshift"}[bot]`;
    return login;
  }

  async function readToken(installation: number) {
    const octokit = await app.auth(installation);
    const ask = async (refresh: boolean) =>
      (await octokit.auth({ type: "installation", installationId: installation, refresh })) as {
        readonly token: string;
        readonly expiresAt: string;
      };
    const known = await ask(false);
    const isShort = Date.parse(known.expiresAt) - Date.parse(clock.now()) < minTokenMs;
    const { token } = isShort ? await ask(true) : known;
    return { token, baseUrl: octokit.request.endpoint.DEFAULTS.baseUrl };
  }

  return {
    async openDesk({ installation, repository }: InstalledRepository, log: Log) {
      const [{ token, baseUrl }, own] = [await readToken(installation), await readLogin()];
      const cache =
        cacheFolder === null
          ? {}
          : { cacheFolder: path.join(cacheFolder, String(installation), repository.name) };
      return openDesk(
        {
          connect: (guard) =>
            createGitHub(
              { repository, auth: { token }, baseUrl, ...cache, ...(guard === undefined ? {} : { guard }) },
              { clock },
            ),
        },
        { login: own, publish: publishBundle, clock, log },
      );
    },
    async listInstalled() {
      const octokit = await app.auth();
      const found: InstalledRepository[] = [];
      for (const { id, suspended_at: suspended } of await octokit.paginate("GET /app/installations", {
        per_page: 100,
      })) {
        if (suspended !== null && suspended !== undefined) continue;
        const own = await app.auth(id);
        for (const { full_name: full } of await own.paginate("GET /installation/repositories", {
          per_page: 100,
        })) {
          const [owner = "", name = ""] = full.split("/");
          found.push({ installation: id, repository: { owner, name } });
        }
      }
      return found;
    },
  };
}
