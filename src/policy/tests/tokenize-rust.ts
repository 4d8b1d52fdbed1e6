/** A token of Rust; comments are none. */
export type RustToken = { readonly text: string; readonly line: number };

/** In the order in which they are tried (https://doc.rust-lang.org/reference/tokens.html). */
const patterns = {
  blank: /\s+/y,
  lineComment: /\/\/[^\n]*/y,
  rawString: /[bc]?r(#*)"[\s\S]*?"\1/y,
  string: /[bc]?"(?:\\[\s\S]|[^"\\])*"/y,
  char: /b?'(?:\\(?:u\{[^}]*\}|x[0-9a-fA-F]{2}|.)|[^'\\\n])'/y,
  lifetime: /'[A-Za-z_]\w*/y,
  word: /(?:r#)?[A-Za-z0-9_]+/y,
};

/** The tokens of a Rust file in order. What is in strings and comments is never taken for code. Pure. */
export function tokenizeRust(text: string): readonly RustToken[] {
  const tokens: RustToken[] = [];
  let index = 0;
  let line = 1;
  while (index < text.length) {
    const kind = text.startsWith("/*", index) ? "comment" : findKind(text, index);
    const piece =
      kind === "comment"
        ? readComment(text, index)
        : kind === null
          ? (text[index] ?? "")
          : matchAt(patterns[kind], text, index);
    if (kind !== "blank" && kind !== "lineComment" && kind !== "comment") tokens.push({ text: piece, line });
    line += piece.split("\n").length - 1;
    index += piece.length;
  }
  return tokens;
}

function findKind(text: string, index: number): keyof typeof patterns | null {
  const kinds = Object.keys(patterns) as readonly (keyof typeof patterns)[];
  return kinds.find((kind) => matchAt(patterns[kind], text, index) !== "") ?? null;
}

function matchAt(pattern: RegExp, text: string, index: number): string {
  pattern.lastIndex = index;
  return pattern.exec(text)?.[0] ?? "";
}

/** Block comments nest. */
function readComment(text: string, start: number): string {
  let depth = 0;
  for (const match of text.slice(start).matchAll(/\/\*|\*\//g)) {
    depth += match[0] === "/*" ? 1 : -1;
    if (depth === 0) return text.slice(start, start + match.index + 2);
  }
  return text.slice(start);
}
