const inherited = ["LANG", "LC_ALL", "TZ"] as const;

/**
 * The whole environment of a command before the gate's own variables: of the caller's only the language and the time
 * zone get through, so no token does. `path` is a list of folders, `home` where commands see their home.
 */
export function buildCleanEnvironment({
  environment,
  path,
  home,
  variables,
}: {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly path: readonly string[];
  readonly home: string;
  readonly variables: Readonly<Record<string, string>>;
}): Readonly<Record<string, string>> {
  const kept = inherited.flatMap((name) => {
    const value = environment[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    LANG: "C.UTF-8",
    ...Object.fromEntries(kept),
    ...variables,
    PATH: path.join(":"),
    HOME: home,
    TERM: "dumb",
    // Python takes a stale .pyc for current when an edit within a second keeps the file's size.
    PYTHONDONTWRITEBYTECODE: "1",
    CI: "1",
  };
}
