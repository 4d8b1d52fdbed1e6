/** The ways in which a program that wants to get a value out might write it, each with its name. */
export function encodeSecret(secret: string): readonly (readonly [name: string, text: string])[] {
  const bytes = Buffer.from(secret);
  const url = encodeURIComponent(secret);
  const hex = bytes.toString("hex");
  return [
    ["plain", secret],
    ["reversed", [...secret].reverse().join("")],
    ["base64", bytes.toString("base64")],
    ["URL-safe base64", bytes.toString("base64url")],
    ["base64 after one byte", Buffer.concat([Buffer.from(":"), bytes]).toString("base64")],
    ["base64 after two bytes", Buffer.from(`u:${secret}@host`).toString("base64")],
    ["base64 of the reversed", Buffer.from([...secret].reverse().join("")).toString("base64")],
    ["hexadecimal", hex],
    ["upper-case hexadecimal", hex.toUpperCase()],
    ["URL-encoded", url],
    ["form-encoded", url.replaceAll("%20", "+")],
    ["every byte URL-encoded", hex.replace(/../g, (byte) => `%${byte.toUpperCase()}`)],
    ["JSON", JSON.stringify(secret).slice(1, -1)],
    ["XML", secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")],
  ];
}

/** What of an encoded value gives it away: base64 in a longer text keeps only what does not depend on its neighbours. */
export function findTelltale(name: string, text: string): string {
  return name.startsWith("base64") ? text.replace(/=+$/, "").slice(4, -4) : text;
}
