/** One statement of a Cedar file. */
export type PolicyStatement = {
  readonly text: string;
  /** 1-based line of the file that its first word stands in. */
  readonly line: number;
};

/** White space and comments, which Cedar knows in the form `// …` alone. */
const blank = /(?:\s|\/\/[^\n]*(?:\n|$))*/y;

/**
 * The statements of a Cedar file, each without the comments ahead of it: a `;` ends one, but not inside of a string or a
 * comment (https://docs.cedarpolicy.com/policies/syntax-grammar.html). What comes after the last `;` is one too. Pure.
 */
export function splitPolicies(text: string): readonly PolicyStatement[] {
  const statements: PolicyStatement[] = [];
  for (let start = skipBlank(text, 0); start < text.length; ) {
    const end = findEnd(text, start);
    const line = text.slice(0, start).split("\n").length;
    statements.push({ text: text.slice(start, end), line });
    start = skipBlank(text, end);
  }
  return statements;
}

function skipBlank(text: string, from: number): number {
  blank.lastIndex = from;
  return from + (blank.exec(text)?.[0].length ?? 0);
}

function findEnd(text: string, from: number): number {
  let isQuoted = false;
  for (let at = from; at < text.length; at += 1) {
    if (isQuoted) {
      if (text[at] === "\\") at += 1;
      else if (text[at] === '"') isQuoted = false;
    } else if (text[at] === '"') isQuoted = true;
    else if (text[at] === ";") return at + 1;
    else if (text.startsWith("//", at)) at = Math.max(at, skipBlank(text, at) - 1);
  }
  return text.length;
}
