/** Replaces what must not be seen in a text. */
export type Redactor = (text: string) => string;

/** Shorter values would blank out ordinary words. */
const minLength = 8;
const replacement = "[redacted]";

/**
 * Makes a function that replaces secrets in text, also where they are encoded: base64 (also in the middle of a longer
 * text, and URL-safe), hexadecimal, URL-encoded, and as part of JSON. A secret of several lines is hidden line by line
 * too. Values of less than 8 characters are left alone. Pure.
 */
export function createRedactor(secrets: readonly string[]): Redactor {
  const values = secrets.flatMap((secret) => [secret, secret.trim(), ...secret.split(/\r?\n/)]);
  const forms = new Set(values.filter(({ length }) => length >= minLength).flatMap(listForms));
  // The longest first: a secret that holds another one must not leave its rest behind.
  const patterns = [...forms]
    .filter(({ length }) => length >= minLength)
    .toSorted((a, b) => b.length - a.length)
    .map((form) => form.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  if (patterns.length === 0) {
    return (text) => text;
  }
  const pattern = new RegExp(patterns.join("|"), "g");
  return (text) => text.replace(pattern, replacement);
}

function listForms(secret: string): readonly string[] {
  const hex = Buffer.from(secret).toString("hex");
  const url = encodeURIComponent(secret.toWellFormed());
  const base64 = listBase64(secret);
  return [
    secret,
    hex,
    hex.toUpperCase(),
    url,
    url.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    url.replaceAll("%20", "+"),
    JSON.stringify(secret).slice(1, -1),
    ...base64,
    ...base64.map((text) => text.replaceAll("+", "-").replaceAll("/", "_")),
  ];
}

/** Base64 of a text depends on where it starts: the part that is the same whatever comes before and after, thrice. */
function listBase64(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  return [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    const from = Math.ceil((before * 8) / 6);
    const isWhole = (before + bytes.length) % 3 === 0;
    return text.slice(from, isWhole ? undefined : -1);
  });
}
