const maxSubjectLength = 72;

/**
 * A commit message: one line of at most 72 characters, a body, and a last paragraph of trailers that nothing in the
 * other two can add to (`man git-interpret-trailers`). Control characters become spaces.
 */
export function renderCommitMessage({
  subject,
  body,
  trailers,
}: {
  readonly subject: string;
  readonly body: string;
  readonly trailers: Readonly<Record<string, string>>;
}): string {
  const lines = Object.entries(trailers).map(([name, value]) => `${name}: ${flatten(value)}`);
  const text = body.replace(/\r\n?/g, "\n").split("\n").map(dropControls).join("\n").trim();
  return [shorten(flatten(subject)), text, lines.join("\n")].filter((part) => part !== "").join("\n\n");
}

function dropControls(line: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a commit object ends at a NUL, and a terminal obeys the rest.
  return line.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, " ").trimEnd();
}

function flatten(text: string): string {
  return dropControls(text).replace(/\s+/g, " ").trim();
}

function shorten(subject: string): string {
  const characters = [...subject];
  return characters.length <= maxSubjectLength
    ? subject
    : `${characters
        .slice(0, maxSubjectLength - 1)
        .join("")
        .trimEnd()}\u2026`;
}
