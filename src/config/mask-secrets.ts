const MASK = "***";
const SECRET_NAME = /key|token|secret|passw|credential|auth/i;
const VALUE = /("[^"]*"|'[^']*'|[^\s"']+)/.source;
const ASSIGNMENT = new RegExp(`([\\w-]*(?:${SECRET_NAME.source})[\\w-]*=)${VALUE}`, "gi");
const OPTION = new RegExp(`(--[\\w-]*(?:${SECRET_NAME.source})[\\w-]*\\s+)${VALUE}`, "gi");
const URL_CREDENTIALS = /\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi;

/**
 * A config value that may be shown: text under a name that looks secret is masked whole, as are credentials in URLs
 * and values given to secret-looking names inside of commands (`API_TOKEN=…`, `--password …`).
 */
export function maskSecrets(value: unknown, name = ""): unknown {
  if (typeof value === "string") return SECRET_NAME.test(name) && value !== "" ? MASK : maskText(value);
  if (Array.isArray(value)) return maskList(value);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, maskSecrets(child, key)]));
}

/** In an argv the secret is the word after the option that names it. */
function maskList(values: readonly unknown[]): readonly unknown[] {
  return values.map((value, index) => {
    const before = values[index - 1];
    const isSecret = typeof before === "string" && /^--?[a-z-]+$/i.test(before) && SECRET_NAME.test(before);
    return isSecret && typeof value === "string" ? MASK : maskSecrets(value);
  });
}

function maskText(text: string): string {
  return text
    .replaceAll(URL_CREDENTIALS, `$1${MASK}@`)
    .replaceAll(ASSIGNMENT, `$1${MASK}`)
    .replaceAll(OPTION, `$1${MASK}`);
}
