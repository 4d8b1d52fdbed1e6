import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { enclosing, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Declaration } from "../declarations.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";
import { functionTypes } from "../scope-types.ts";
import type { Similarity } from "../similarity.ts";
import { fitTypes } from "../simple-type.ts";

/** Names tried in one place, the likeliest ones. */
const MAX_NAMES = 10;

/** Mends a name that stands for another one in scope, of the same kind: `start` for `end`, `low` for `high`. */
export const name: Operator = {
  name: "name",
  version: 3,
  prior: 0.6,
  languages,
  *find(node, context) {
    const { source, names } = context;
    const isShorthand = node.type === "shorthand_property_identifier";
    if (!isUse(node) && !isShorthand) return;
    const current = textOf(node, source);
    const visible = names.inScope(node);
    const isCalled = isCallee(node);
    const own = visible.find((declaration) => declaration.name === current);
    const others = visible
      .filter((declaration) => declaration.name !== current && isAlike(declaration, own, isCalled))
      .map((declaration) => ({
        declaration,
        weight:
          weigh(declaration, node, names.similarity(declaration.name, current), names.isUnread(declaration)) *
          (isCalled ? 1 : weighType(declaration, node, context)),
      }))
      .toSorted((a, b) => b.weight - a.weight)
      .slice(0, MAX_NAMES);
    for (const { declaration, weight } of others) {
      const replacement = isShorthand ? `${current}: ${declaration.name}` : declaration.name;
      yield replaceNode(node, replacement, source, {
        weight,
        summary: `use ${declaration.name} instead of ${current}`,
      });
    }
  },
};

/** A wrong name may well be of the wrong type: where nothing reads the right one, types say little. */
const UNREAD_FIT = 0.8;

function weighType(declaration: Declaration, node: SyntaxNode, { names }: OperatorContext): number {
  const types = fitTypes(names.typeOf(node), names.typeOf(declaration.node));
  return names.isUnread(declaration) ? Math.max(UNREAD_FIT, types) : types;
}

/** A name that is read, or assigned again; not one that is declared, and not the key of a pair or an argument. */
function isUse(node: SyntaxNode): boolean {
  if (node.type !== "identifier" || node.parent === null) return false;
  const { parent, field } = node;
  if (field === "name" || field === "alias" || field === "attribute" || field === "module_name") return false;
  if (/parameter|pattern|import|export|dotted_name|element|clause|global|nonlocal/.test(parent.type)) {
    return parent.type === "for_in_clause" ? field === "right" : parent.type.endsWith("if_clause");
  }
  return !(parent.type === "for_in_statement" && field === "left");
}

function isCallee(node: SyntaxNode): boolean {
  return node.field === "function" || node.field === "constructor";
}

function isAlike(other: Declaration, own: Declaration | undefined, isCalled: boolean): boolean {
  if (isCalled) return other.kind === "function" || other.kind === "import" || own?.kind === other.kind;
  if (own === undefined) return true;
  const isCode = (kind: Declaration["kind"]) => kind === "function" || kind === "import";
  return isCode(own.kind) === isCode(other.kind);
}

/** Names of the same function come first, above all those that nothing reads, and names that look alike. */
function weigh(
  declaration: Declaration,
  node: SyntaxNode,
  likeness: ReturnType<Similarity>,
  isUnread: boolean,
): number {
  const isLocal = enclosing(declaration.node, functionTypes) === enclosing(node, functionTypes);
  if (isLocal && isUnread) return 1;
  return (isLocal ? 0.7 : 0.25) + 0.3 * likeness;
}
