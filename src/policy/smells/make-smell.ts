import type { SyntaxNode } from "../../syntax/syntax-node.ts";
import type { CodeFacts } from "./code/code-facts.ts";
import type { Smell } from "./smell.ts";

const MAX_TEXT = 400;

/** A smell at a node: `does` finishes the sentence "the change …". Pure. */
export function makeSmell(
  { source }: Pick<CodeFacts, "source">,
  node: SyntaxNode,
  {
    does,
    kind = does,
    severity = "denial",
    isImport = false,
    isUsualInTests = false,
  }: Partial<Smell> & { readonly does: string },
): Smell {
  const statement = statementOf(node);
  const text = source.text.slice(statement.start, statement.end).replace(/\s+/g, "").slice(0, MAX_TEXT);
  return { kind, line: node.line, text, reason: `the change ${does}`, severity, isImport, isUsualInTests };
}

function statementOf(node: SyntaxNode): SyntaxNode {
  for (let at: SyntaxNode | null = node; at !== null; at = at.parent)
    if (/(statement|declaration|assignment)$/.test(at.type)) return at;
  return node;
}
