/** One place that a diff changes. Each line begins with its sign: a blank, `-` or `+`. */
export type Hunk = { readonly path: string; readonly lines: readonly string[] };

/**
 * The hunks of a unified diff, in their order; empty for what is none. They are read by the counts in their headers, so
 * that a removed line such as `-- a/b` is not taken for a header. Pure.
 */
export function listHunks(diff: string): readonly Hunk[] {
  const hunks: { path: string; lines: string[] }[] = [];
  let path = "";
  let before = 0;
  let after = 0;
  for (const line of diff.split(/\r?\n/)) {
    const hunk = hunks.at(-1);
    if (hunk !== undefined && (before > 0 || after > 0)) {
      const sign = line[0] ?? " ";
      before -= sign === "+" || sign === "\\" ? 0 : 1;
      after -= sign === "-" || sign === "\\" ? 0 : 1;
      hunk.lines.push(line === "" ? " " : line);
      continue;
    }
    const header = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(line);
    if (header !== null) {
      before = Number(header[1] ?? 1);
      after = Number(header[2] ?? 1);
      hunks.push({ path, lines: [] });
    } else if (line.startsWith("--- ") && line !== "--- /dev/null") {
      path = readPath(line);
    } else if (line.startsWith("+++ ") && line !== "+++ /dev/null") {
      path = readPath(line);
    }
  }
  return hunks;
}

function readPath(line: string): string {
  return line
    .slice(4)
    .replace(/\t.*$/, "")
    .replace(/^[ab]\//, "");
}
