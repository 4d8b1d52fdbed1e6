const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|true|false|null|[^\s,"]/g;
/** What may be written otherwise, or be notation, on the side that is no JSON. */
const notation = /[\s,"'`´‘’“”\\\ufeff]/;
const spellings: Readonly<Record<string, readonly string[]>> = {
  true: ["True"],
  false: ["False"],
  null: ["None", "undefined"],
};
const escapes: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

/**
 * Whether JSON says what JSON-like text says: every character of its strings, numbers and words, every bracket and
 * colon stands in the text, in the same order, and the text holds nothing besides but quotes, commas, backslashes and
 * white space. So nothing was closed, dropped or made up.
 */
export function saysTheSame(json: string, text: string): boolean {
  let at = 0;
  for (const [token] of json.matchAll(tokens)) {
    const content = token.startsWith('"') ? String(JSON.parse(token)) : token;
    const spelling = spellings[token]?.find((word) => text.startsWith(word, passNotation(text, at)));
    at = spelling === undefined ? passContent(text, at, content) : passNotation(text, at) + spelling.length;
    if (at === -1) return false;
  }
  return passNotation(text, at) === text.length;
}

/** Behind the content in the text, or -1 where anything else than notation is in the way. */
function passContent(text: string, from: number, content: string): number {
  let at = from;
  for (let index = 0; index < content.length; index += 1) {
    const wanted = content.charAt(index);
    let unit = readUnit(text, at);
    while (unit.value !== wanted) {
      if (!notation.test(unit.value) || unit.isSignificant) return -1;
      at += unit.length;
      unit = readUnit(text, at);
    }
    at += unit.length;
  }
  return at;
}

function passNotation(text: string, from: number): number {
  let at = from;
  while (at < text.length && notation.test(text.charAt(at))) at += 1;
  return at;
}

type Unit = { readonly value: string; readonly length: number; readonly isSignificant: boolean };

/** One character as a string would hold it: an escape is one. What is significant is never passed over as notation. */
function readUnit(text: string, at: number): Unit {
  const character = text.charAt(at);
  const next = text.charAt(at + 1);
  if (character !== "\\" || next === "")
    return { value: character, length: 1, isSignificant: character === "" };
  const code = next === "u" ? /^[\dA-Fa-f]{4}/.exec(text.slice(at + 2, at + 6))?.[0] : undefined;
  if (code !== undefined)
    return { value: String.fromCharCode(Number.parseInt(code, 16)), length: 6, isSignificant: true };
  return { value: escapes[next] ?? next, length: 2, isSignificant: !"\"'".includes(next) };
}
