const single: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  b: "\b",
  f: "\f",
  v: "\v",
  "0": "\0",
};

/** Text between a string's quotes, or an identifier, with its escapes read as JavaScript reads them. Pure. */
export function decodeScriptText(text: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(
    /\\(?:u\{([0-9a-f]+)\}|u([0-9a-f]{4})|x([0-9a-f]{2})|(\r\n|[\s\S]))/gi,
    (_whole, point?: string, unit?: string, byte?: string, other: string = "") => {
      const code = point ?? unit ?? byte;
      if (code !== undefined) {
        const value = Number.parseInt(code, 16);
        return value > 0x10ffff ? "" : String.fromCodePoint(value);
      }
      return /[\r\n]/.test(other) ? "" : (single[other] ?? other);
    },
  );
}
