/**
 * Text that came from a repository, made harmless in Markdown: in a code span or block nothing is a link, a mention,
 * HTML or an image (https://github.github.com/gfm/#code-spans), and the fence is longer than any in the text.
 */
export const markdown = { code, codeCell, codeBlock };

const maxCodeLength = 300;
const maxBlockLines = 200;
const maxBlockLength = 20_000;

/** A code span of one line. Pure. */
function code(text: string): string {
  const line = clean(text).replace(/\s+/g, " ").trim();
  const shown = line.length <= maxCodeLength ? line : `${line.slice(0, maxCodeLength).toWellFormed()}…`;
  if (shown === "") {
    return "(nothing)";
  }
  const fence = "`".repeat(longestRun(shown) + 1);
  const pad = shown.startsWith("`") || shown.endsWith("`") ? " " : "";
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** A code span for a cell of a table, where a bar ends the cell even inside of code. Pure. */
function codeCell(text: string): string {
  return code(text).replaceAll("|", "\\|");
}

/** A fenced block in a language, cut where it is too long for a person. Pure. */
function codeBlock(text: string, language: string): string {
  const lines = clean(text).replace(/\n+$/, "").split("\n");
  const shown = lines.slice(0, maxBlockLines).join("\n").slice(0, maxBlockLength).toWellFormed();
  const isCut = lines.length > maxBlockLines || shown.length >= maxBlockLength;
  const fence = "`".repeat(Math.max(3, longestRun(shown) + 1));
  const note = isCut ? `\n\nThe rest of ${lines.length} lines is in the journal.` : "";
  return `${fence}${language}\n${shown}\n${fence}${note}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
}

/** Without what a terminal or a reader's eye would obey: control characters and bidirectional overrides. */
function clean(text: string): string {
  return (
    text
      .replace(/\r\n?/g, "\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "\ufffd")
  );
}
