import { type Hunk, listHunks } from "./list-hunks.ts";

/** Files in which leading white space is meaning. */
const indented = /\.(py|pyi|pyx|ya?ml|coffee|nim|pug|haml|sass|fs|fsx|hs|elm|mk)$|(^|\/)(GNUm|M|m)akefile$/;

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
