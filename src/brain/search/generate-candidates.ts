import { applyOperators } from "../../operators/apply-operators.ts";
import type { Clues } from "../../operators/clues.ts";
import type { Operator } from "../../operators/operator.ts";
import { textEditKey } from "../../operators/text-edit.ts";
import type { SyntaxNode } from "../../syntax/syntax-node.ts";
import { findEnclosingNames } from "./enclosing-name.ts";
import type { Suspect } from "./locate/read-suspects.ts";
import { suspectNode } from "./locate/suspect-node.ts";
import type { SearchCandidate } from "./search-candidate.ts";

/** What a place in no function that the test mentions is worth. */
const UNMENTIONED = 0.6;

/** What candidates are made of. */
export type GenerateInput = {
  readonly files: readonly Suspect[];
  /** Names that the failing test mentions. */
  readonly mentioned: ReadonlySet<string>;
  readonly operators: readonly Operator[];
  /** What is known of a file from outside of it. */
  cluesOf(path: string): Clues;
};

/** All one-edit candidates at suspected places, in no order. Pure. */
export function generateCandidates(input: GenerateInput): readonly SearchCandidate[] {
  return input.files.flatMap((suspect) => [...findCandidates(suspect, input)]);
}

function* findCandidates(
  { source, suspicion }: Suspect,
  { mentioned, operators, cluesOf }: GenerateInput,
): Generator<SearchCandidate> {
  const isSought = (node: SyntaxNode) => suspectNode(node, suspicion) > 0;
  for (const found of applyOperators(source, operators, isSought, cluesOf(source.path))) {
    const { node, operator, start, end, replacement, summary, weight } = found;
    const names = findEnclosingNames(node, source);
    const closeness = names.some((name) => mentioned.has(name)) ? 1 : UNMENTIONED;
    const place = names[0] === undefined ? source.path : `${names[0]} (${source.path})`;
    const edit = { start, end, replacement, summary, weight };
    yield {
      edits: [{ path: source.path, edit }],
      origin: operator.name,
      summary: `${summary} in ${place}`,
      score: suspectNode(node, suspicion) * closeness * operator.prior * weight,
      key: `${source.path}\n${textEditKey(source.text, edit)}`,
    };
  }
}
