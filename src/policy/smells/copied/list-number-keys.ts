import { namedChildrenOf, type SyntaxNode, walkTree } from "../../../syntax/syntax-node.ts";
import type { CodeFacts } from "../code/code-facts.ts";
import { numberKey } from "./number-key.ts";

/** A telling number of a source, with its line. */
export type NumberPlace = { readonly key: string; readonly line: number };

/** Words by which a program reads its own comments and signatures, which then are data. */
const readsItself = /__doc__|__annotations__|\bgetdoc\b|\bgetsource\b|\.toString\(\)/;
const written = /(?<![\w.])\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?/gi;
/** Text that is left out: a longer one is data or a picture. */
const MAX_TEXT = 4_000;

/**
 * The telling numbers that code spells out, also inside of texts and patterns. Comments and documentation may show
 * examples, unless the code reads them; limits that something is compared with by size are no examples. Pure.
 */
export function listNumberKeys(facts: CodeFacts): readonly NumberPlace[] {
  const { root, text } = facts.source;
  const isSelfReading = readsItself.test(text);
  const found: NumberPlace[] = [];
  const add = (node: SyntaxNode, value: string): void => {
    let line = node.line;
    for (const [at, part] of value.split("\n").entries()) {
      line = node.line + at;
      for (const [number] of part.matchAll(written)) {
        const key = numberKey(number);
        if (key !== null) found.push({ key, line });
      }
    }
  };
  const isPruned = (node: SyntaxNode) => !isSelfReading && (node.type === "comment" || isDocumentation(node));
  for (const node of walkTree(root, isPruned)) {
    const isNumber = /^(number|integer|float)$/.test(node.type);
    const isText = /^(string_fragment|string_content|regex_pattern|comment)$/.test(node.type);
    if (!(isNumber || isText) || node.end - node.start > MAX_TEXT || isLimit(node)) continue;
    add(node, text.slice(node.start, node.end).replaceAll("\\.", "."));
  }
  return found;
}

/** A text that stands alone as a statement. */
function isDocumentation({ type, parent }: SyntaxNode): boolean {
  return type === "string" && parent?.type === "expression_statement" && namedChildrenOf(parent).length === 1;
}

function isLimit(node: SyntaxNode): boolean {
  const above = /^unary/.test(node.parent?.type ?? "") ? node.parent?.parent : node.parent;
  const compares = above?.type === "binary_expression" || above?.type === "comparison_operator";
  return compares && above.children.some(({ type }) => /^(<|>|<=|>=)$/.test(type));
}
