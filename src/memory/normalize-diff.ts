/** Files in which leading white space is meaning. */
const indented = /\.(py|pyi|pyx|ya?ml|coffee|nim|pug|haml|sass|fs|fsx|hs|elm|mk)$|(^|\/)(GNUm|M|m)akefile$/;

type Hunk = { readonly path: string; readonly lines: readonly string[] };

/**
 * A unified diff without what does not tell approaches apart: line numbers, headers and white space. White space stays
 * where it is meaning: leading one in languages that read it, all of it in a hunk that changes nothing else. Lines of
 * context stay, since they tell two places apart. Hunks keep their order. Pure.
 */
export function normalizeDiff(diff: string): string {
  const hunks = listHunks(diff);
  // What is no unified diff of text (a binary patch, say) stands for itself.
  return hunks.length === 0 ? diff : JSON.stringify(hunks.map(normalizeHunk));
}

function normalizeHunk({ path, lines }: Hunk): readonly string[] {
  const squeezed = lines.map((line) => line[0] + squeeze(line.slice(1), path)).filter((line) => line !== " ");
  const side = (sign: string) =>
    squeezed.filter((line) => line.startsWith(sign)).map((line) => line.slice(1));
  const isWhiteSpaceAlone = side("-").join("\n") === side("+").join("\n");
  return [path, ...(isWhiteSpaceAlone ? lines : squeezed)];
}

function squeeze(line: string, path: string): string {
  const text = line.replace(/\s+/g, "");
  if (!indented.test(path) || text === "") {
    return text;
  }
  return (/^\s*/.exec(line)?.[0] ?? "") + text;
}

/** Reads hunks by the counts in their headers, so that a removed line such as `-- a/b` is not taken for a header. */
function listHunks(diff: string): readonly Hunk[] {
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
