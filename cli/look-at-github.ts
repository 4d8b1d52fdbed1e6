import { createSettingsReader } from "../src/adapters/github/create-settings-reader.ts";
import type { Finding } from "../src/domain/finding.ts";
import { findGitHubFindings } from "../src/find-github-findings.ts";
import { nameGitHubRepository } from "../src/name-github-repository.ts";
import type { OpenRepository } from "../src/open-repository.ts";
import { cleanPath } from "../src/sandbox/clean-path.ts";

/** What stands in the way on GitHub. `told`: `owner/name`, or true for the remote's. Nothing is written. */
export async function lookAtGitHub(
  told: string | true,
  {
    git,
    loaded,
    processes,
    environment,
  }: Pick<OpenRepository, "git" | "loaded" | "processes" | "environment">,
): Promise<readonly Finding[]> {
  const { stdout: origin } = await processes.run({
    argv: ["git", "config", "--get", "remote.origin.url"],
    cwd: git.root,
    env: { PATH: cleanPath(environment.PATH).join(":") },
    timeoutMs: 10_000,
  });
  const repository = nameGitHubRepository({ told: told === true ? null : told, environment, origin });
  const { GH_TOKEN, GITHUB_TOKEN, GITHUB_API_URL } = environment;
  const read = createSettingsReader({
    repository,
    token: GH_TOKEN || GITHUB_TOKEN || null,
    ...(GITHUB_API_URL ? { baseUrl: GITHUB_API_URL } : {}),
  });
  const name = `${repository.owner}/${repository.name}`;
  return await findGitHubFindings({ repository: name, prefix: loaded.config.branches.prefix }, { read });
}
