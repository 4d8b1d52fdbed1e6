const secretName =
  /(^|_)(token|secret|secrets|password|passwd|passphrase|pass|pwd|key|apikey|credential|credentials|auth|pat|dsn|webhook|cookie|session|private)(_|\d|$)|token$|secret$|password$|apikey$/i;
/** Names that look secret and whose values are not, such as a path. PWD is where the shell stands, often the repository. */
const plainName =
  /^(PWD|SSH_AUTH_SOCK|GPG_AGENT_INFO|XDG_SESSION_\w+|DBUS_SESSION_BUS_ADDRESS|SESSION_MANAGER|DESKTOP_SESSION|GDMSESSION|COLORTERM)$/;

/** Values of the environment variables whose name looks secret, and passwords in values that are URLs. Pure. */
export function listSecrets(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  return [...new Set(Object.entries(environment).flatMap(([name, value]) => listIn(name, value)))];
}

/** Names of the environment variables that `listSecrets` takes values from, sorted. Pure. */
export function listSecretNames(
  environment: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const names = Object.entries(environment).filter(([name, value]) => listIn(name, value).length > 0);
  return names.map(([name]) => name).toSorted();
}

function listIn(name: string, value: string | undefined): readonly string[] {
  if (value === undefined || value === "") return [];
  const inUrl = /^[a-z][a-z0-9+.-]*:\/\/[^/@\s]*:([^/@\s]+)@/i.exec(value)?.[1];
  const isSecret = secretName.test(name) && !plainName.test(name);
  return [...(isSecret ? [value] : []), ...(inUrl === undefined ? [] : [inUrl])];
}
