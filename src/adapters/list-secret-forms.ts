/** A text that gives a secret away. */
export type SecretForm = {
  readonly text: string;
  /** Whether it says the same in upper case, as hexadecimal digits do. */
  readonly ignoresCase: boolean;
};

/**
 * The texts that a secret is found by: as it is and reversed, in hexadecimal, URL-encoded (only what has to be, or every
 * byte), in base64 (also in the middle of a longer text, URL-safe, and of the reversed secret), and as JSON and XML write
 * it. Pure.
 */
export function listSecretForms(secret: string): readonly SecretForm[] {
  const reversed = [...secret].toReversed().join("");
  const url = encodeURIComponent(secret.toWellFormed());
  const bytes = [...Buffer.from(secret)];
  const everyByte = bytes.map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
  const xml = secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const base64 = [secret, reversed].flatMap(listBase64);
  const exact = [
    ...[secret, reversed, url, url.replaceAll("%20", "+"), JSON.stringify(secret).slice(1, -1)],
    ...[xml, xml.replaceAll('"', "&quot;"), xml.replaceAll('"', "&quot;").replaceAll("'", "&apos;")],
    ...base64,
    ...base64.map((text) => text.replaceAll("+", "-").replaceAll("/", "_")),
    ...base64.map((text) => [...text].toReversed().join("")),
  ];
  const digits = [
    ...[secret, reversed].map((text) => Buffer.from(text).toString("hex")),
    ...[everyByte, everyByte.replaceAll("%", "\\x")],
    // The characters that are written as they are must be the same; encodings differ in the case of their digits.
    ...(url.includes("%") ? [url] : []),
  ];
  return [
    ...exact.map((text) => ({ text, ignoresCase: false })),
    ...digits.map((text) => ({ text, ignoresCase: true })),
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
