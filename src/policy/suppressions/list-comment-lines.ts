import { type Source, textOf } from "../../syntax/source.ts";
import { walkTree } from "../../syntax/syntax-node.ts";
import type { PlacedLine } from "../diff-lines.ts";

const marks = /^(?:\/\/+|\/\*+|#+|<!--|--+|;+|%+|\*+(?!\/))!?\s*/;
const ends = /\s*(?:\*+\/|-->)\s*\}?\s*$/;

/** Every line of every comment of a parsed file, without its marks. Pure. */
export function listCommentLines(source: Source): readonly PlacedLine[] {
  return [...walkTree(source.root)]
    .filter(({ type }) => type === "comment" || type === "html_comment" || type === "hash_bang_line")
    .flatMap((node) => placeLines(textOf(node, source), node.line));
}

/**
 * The same of a file that has no syntax tree: whatever follows a comment's mark on its line. A mark inside a string counts
 * too, since nothing says that it is one. Pure.
 */
export function guessCommentLines(text: string): readonly PlacedLine[] {
  return text.split("\n").flatMap((line, index) => {
    const starts = [...line.matchAll(/\/\/|\/\*|#|<!--|--\s|;|%|^\s*\*/g)];
    return starts.map(({ index: at }) => ({ line: index + 1, text: bare(line.slice(at)) }));
  });
}

function placeLines(text: string, line: number): readonly PlacedLine[] {
  return text.split(/\r?\n/).map((one, index) => ({ line: line + index, text: bare(one) }));
}

function bare(line: string): string {
  return line.trim().replace(ends, "").replace(marks, "").trim();
}
