/** The repository on GitHub that the live test works in, or why there is none. */
export type LiveGitHubSettings =
  | { readonly status: "ready"; readonly owner: string; readonly name: string; readonly token: string }
  | { readonly status: "skipped"; readonly reason: string };

/**
 * Reads NIGHTSHIFT_LIVE_GITHUB_TOKEN and NIGHTSHIFT_LIVE_GITHUB_REPOSITORY (`owner/name`). A token that happens to be
 * there under another name is never used: the test opens pull requests. Throws for a repository that is none. Pure.
 */
export function readLiveGitHubSettings(
  environment: Readonly<Record<string, string | undefined>>,
): LiveGitHubSettings {
  const token = environment.NIGHTSHIFT_LIVE_GITHUB_TOKEN ?? "";
  const repository = environment.NIGHTSHIFT_LIVE_GITHUB_REPOSITORY ?? "";
  if (token === "") return { status: "skipped", reason: "no token: set NIGHTSHIFT_LIVE_GITHUB_TOKEN" };
  if (repository === "")
    return {
      status: "skipped",
      reason:
        "no repository: set NIGHTSHIFT_LIVE_GITHUB_REPOSITORY to the owner/name of one to try things in",
    };
  const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(repository) ?? [];
  if (owner === undefined || name === undefined)
    throw new Error(`NIGHTSHIFT_LIVE_GITHUB_REPOSITORY is ${repository}, which is no owner/name`);
  return { status: "ready", owner, name, token };
}
