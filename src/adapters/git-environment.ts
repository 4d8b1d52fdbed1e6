/** Whose name commits made on one machine carry; fixed, so that the same input gives the same hash. */
const identity = { name: "Nightshift", email: "nightshift@localhost" };

/**
 * Variables of the caller that git may see: where programs and the user's own settings are. `safe.directory` is among
 * the latter, which repositories of another owner need. Never a `GIT_…` one: GIT_DIR or GIT_INDEX_FILE would silently
 * point every command at some other repository.
 */
const inherited = ["PATH", "HOME", "XDG_CONFIG_HOME", "TMPDIR", "SystemRoot"] as const;

const fallbackPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/opt/homebrew/bin";

/**
 * The whole environment that git runs with. `environment` is the caller's; of it only the path, the home and the
 * temporary folder get through, and without a path the usual folders are searched.
 */
export function buildGitEnvironment(
  environment: Readonly<Record<string, string | undefined>> = {},
): Record<string, string> {
  const kept = inherited.flatMap((name) => {
    const value = environment[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    PATH: fallbackPath,
    ...Object.fromEntries(kept),
    LC_ALL: "C",
    GIT_TERMINAL_PROMPT: "0",
    GIT_LITERAL_PATHSPECS: "1",
    // `git status` would otherwise rewrite the user's index with fresh file times.
    GIT_OPTIONAL_LOCKS: "0",
    // GitHub knows no replace refs: a tree must read the same on both sides.
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_AUTHOR_NAME: identity.name,
    GIT_AUTHOR_EMAIL: identity.email,
    GIT_COMMITTER_NAME: identity.name,
    GIT_COMMITTER_EMAIL: identity.email,
  };
}
