const escapes: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
  '"': 34,
  "\\": 92,
};

/**
 * Reads a name at the start of a text, as git quotes it (`core.quotePath`): `"a/\303\244"` or plain. A plain name ends
 * at a tab, which git and diff put after names and before dates. Latin1 in, UTF-8 decoded out; bytes that are no UTF-8
 * become U+FFFD. Null when a quote is not closed or an escape is unknown. Pure.
 */
export function readDiffPath(text: string): { readonly path: string; readonly rest: string } | null {
  if (!text.startsWith('"')) {
    const tab = text.indexOf("\t");
    const plain = tab === -1 ? text : text.slice(0, tab);
    return { path: decode(plain), rest: tab === -1 ? "" : text.slice(tab) };
  }
  let bytes = "";
  for (let at = 1; at < text.length; at += 1) {
    const character = text[at] ?? "";
    if (character === '"') return { path: decode(bytes), rest: text.slice(at + 1) };
    if (character !== "\\") {
      bytes += character;
      continue;
    }
    const octal = /^[0-3][0-7]{2}/.exec(text.slice(at + 1))?.[0];
    const code = octal === undefined ? escapes[text[at + 1] ?? ""] : Number.parseInt(octal, 8);
    if (code === undefined) return null;
    bytes += String.fromCharCode(code);
    at += octal === undefined ? 1 : octal.length;
  }
  return null;
}

function decode(latin1: string): string {
  return Buffer.from(latin1, "latin1").toString("utf8");
}
