import type { PolicyContext } from "../policy-rule.ts";
import { guessCommentLines, listCommentLines } from "./list-comment-lines.ts";
import { listTypeEscapes } from "./list-type-escapes.ts";
import { attributes, otherDirectives } from "./other-directives.ts";
import { pythonDirectives } from "./python-directives.ts";
import { readDirectives } from "./read-directives.ts";
import { scriptDirectives } from "./script-directives.ts";
import type { Suppression } from "./suppression.ts";

const directives = [...scriptDirectives, ...pythonDirectives, ...otherDirectives];
/** Files for people and data: what looks like a suppression there silences nobody. */
const silent = /\.(?:md|mdx|markdown|rst|adoc|txt|json|jsonl|csv|tsv|svg|snap|lock|html?|xml)$/i;

/** Every suppression in a file, by its comments where it can be parsed, by its lines otherwise. */
export async function listSuppressions(
  path: string,
  text: string | null,
  { parser }: Pick<PolicyContext, "parser">,
): Promise<readonly Suppression[]> {
  if (text === null || silent.test(path)) return [];
  const outcome = await parser.parse(path, text);
  if (outcome.status === "parsed")
    return [
      ...readDirectives(listCommentLines(outcome.source), directives),
      ...listTypeEscapes(outcome.source),
    ];
  const lines = text.split("\n").map((line, index) => ({ line: index + 1, text: stripComment(line) }));
  const own = attributes.filter(({ extensions }) => extensions.test(path));
  return [...readDirectives(guessCommentLines(text), directives), ...readDirectives(lines, own)];
}

function stripComment(line: string): string {
  return line.replace(/\/\/.*$/, "");
}
