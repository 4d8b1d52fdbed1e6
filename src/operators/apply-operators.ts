import type { Source } from "../syntax/source.ts";
import { type SyntaxNode, walkTree } from "../syntax/syntax-node.ts";
import type { Clues } from "./clues.ts";
import { collectNames } from "./names.ts";
import type { Operator, OperatorContext } from "./operator.ts";
import type { TextEdit } from "./text-edit.ts";

/** Text that no run reads: types are erased, imports resolved before the program starts. */
const unsearched = new Set([
  "type_annotation",
  "type_arguments",
  "type_parameters",
  "type",
  "type_alias_declaration",
  "interface_declaration",
  "ambient_declaration",
  "import_statement",
  "import_from_statement",
  "comment",
]);

/** An edit, with where it was found. */
export type OperatorEdit = TextEdit & { readonly operator: Operator; readonly node: SyntaxNode };

/** All edits that the operators know at the nodes that `isSought`; edits that change nothing are left out. */
export function* applyOperators(
  source: Source,
  operators: readonly Operator[],
  isSought: (node: SyntaxNode) => boolean = () => true,
  clues: Clues = {},
): Generator<OperatorEdit, void, void> {
  const context: OperatorContext = { ...clues, source, names: collectNames(source, clues) };
  const fitting = operators.filter(({ languages }) => languages.includes(source.language));
  const seeing = fitting.filter(({ seesTypes }) => seesTypes === true);
  const unsearchedNodes = new Set<SyntaxNode>();
  for (const node of walkTree(source.root, seeing.length === 0 ? isUnsearched : undefined)) {
    const isHidden = isUnsearched(node) || (node.parent !== null && unsearchedNodes.has(node.parent));
    if (isHidden) unsearchedNodes.add(node);
    if (!isSought(node)) continue;
    for (const operator of isHidden ? seeing : fitting) {
      for (const edit of operator.find(node, context)) {
        if (source.text.slice(edit.start, edit.end) !== edit.replacement) yield { ...edit, operator, node };
      }
    }
  }
}

/** A string that stands alone as a statement is Python's docstring, or a directive such as "use strict". */
function isUnsearched(node: SyntaxNode): boolean {
  if (unsearched.has(node.type)) return true;
  return node.type === "string" && node.parent?.type === "expression_statement";
}
