/**
 * A value as POSIX `sh` takes it literally at the end of `before`, the command so far: by itself, or within the
 * quotes that are open there.
 */
export function quoteForShell(value: string, before: string): string {
  switch (findOpenQuote(before)) {
    case "'":
      return value.replaceAll("'", "'\\''");
    case '"':
      return value.replace(/[\\"$`]/g, "\\$&");
    case null:
      return /^[\w@%+=:,./-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
  }
}

/** Which quote is open at the end of a shell text (POSIX, section 2.2 Quoting). */
function findOpenQuote(text: string): "'" | '"' | null {
  let open: "'" | '"' | null = null;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === "\\" && open !== "'") index += 1;
    else if (character === open) open = null;
    else if (open === null && (character === "'" || character === '"')) open = character;
  }
  return open;
}
