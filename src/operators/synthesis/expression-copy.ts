import { languages } from "../../syntax/language.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import { enclosing, isWithin, type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { rememberByNode } from "../remember-by-node.ts";
import { replaceNode } from "../replace-node.ts";
import { functionTypes } from "../scope-types.ts";
import type { TextEdit } from "../text-edit.ts";
import { fitNames } from "./fit-names.ts";
import { shareOf } from "./share-of.ts";
import { weighByRank } from "./weigh-by-rank.ts";

/** Expressions tried in one place, the likeliest ones. */
const MAX_COPIES = 14;
/** Expressions of a file that are looked at. */
const MAX_SOURCES = 400;
const MAX_LENGTH = 80;
const valued =
  /^(?:binary_expression|binary_operator|comparison_operator|boolean_operator|call_expression|call|member_expression|attribute|subscript|subscript_expression|unary_expression|not_operator|ternary_expression|conditional_expression|object|array|list|dictionary|list_comprehension|new_expression|await_expression)$/;
const expressionsOf = rememberByNode(listExpressions);

/**
 * Mends an expression that other places of the file have right: another expression of the file in its place that reads
 * some of the same names, or means the same kind of thing, with its local names fitted.
 */
export const expressionCopy: Operator = {
  name: "expression-copy",
  version: 1,
  prior: 0.25,
  languages,
  isRepairOnly: true,
  *find(node, context): Generator<TextEdit> {
    const { source } = context;
    if (!isPlace(node) || enclosing(node, functionTypes) === null) return;
    const own = textOf(node, source);
    const found = new Map<string, number>();
    for (const origin of expressionsOf(source.root, source)) {
      if (isWithin(origin, node) || isWithin(node, origin)) continue;
      const likeness = compare(node, origin, context);
      if (likeness < 0.25) continue;
      const fitted = fitNames(origin, textOf(origin, source), node, context);
      if (fitted === null || fitted.text === own) continue;
      const weight = likeness * fitted.likeness;
      found.set(fitted.text, Math.max(weight, found.get(fitted.text) ?? 0));
    }
    const best = [...found].toSorted(([, a], [, b]) => b - a).slice(0, shareOf(MAX_COPIES, node));
    for (const [at, [text, weight]] of best.entries())
      yield replaceNode(node, bracket(text, node), source, {
        weight: Math.min(1, weight * (0.5 + 0.5 * weighByRank(at))),
      });
  },
};

/** A value, not a target, not a callee. */
function isPlace({ type, field, parent }: SyntaxNode): boolean {
  if (parent === null || (!valued.test(type) && type !== "identifier")) return false;
  if (field !== null && /^(?:function|name|object|operator|key|attribute|property|alias)$/.test(field))
    return false;
  if (field === "left") return /^(?:binary|boolean)/.test(parent.type);
  return !/parameter|pattern|import|clause$|declaration$|^expression_statement$|pair_pattern|spread|element/.test(
    parent.type,
  );
}

/** How alike two expressions are: by the words they hold, by what they are, and whether they stand in one function. */
function compare(node: SyntaxNode, origin: SyntaxNode, { source, names }: OperatorContext): number {
  const [one, other] = [node, origin].map(
    (each) => new Set(textOf(each, source).match(/[A-Za-z_$][\w$]*/g) ?? []),
  );
  if (one === undefined || other === undefined) return 0;
  const shared = one.intersection(other).size;
  const words = (2 * shared) / (one.size + other.size || 1);
  const [type, otherType] = [names.typeOf(node), names.typeOf(origin)];
  if (type !== otherType && type !== "unknown" && otherType !== "unknown") return 0;
  const isSameKind = node.type === origin.type || (type === otherType && type !== "unknown");
  if (shared === 0) return 0;
  const isNear = enclosing(node, functionTypes) === enclosing(origin, functionTypes);
  return (0.25 + 0.6 * words) * (isSameKind ? 1 : 0.6) * (isNear ? 1 : 0.85);
}

function listExpressions(root: SyntaxNode, source: Source): readonly SyntaxNode[] {
  const seen = new Set<string>();
  return [...walkTree(root)]
    .filter((node) => {
      if (!valued.test(node.type) || node.line !== node.endLine || node.end - node.start > MAX_LENGTH)
        return false;
      if (node.field === "left" && !/^(?:binary|boolean)/.test(node.parent?.type ?? "")) return false;
      if (node.field === "function" || enclosing(node, functionTypes) === null) return false;
      const owner = enclosing(node, functionTypes);
      const key = `${owner?.start} ${textOf(node, source)}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .slice(0, MAX_SOURCES);
}

/** Brackets where the expression may bind looser than what it stands in. */
function bracket(text: string, node: SyntaxNode): string {
  const isOperand = /^(?:binary|boolean|unary|not_|comparison|member|attribute)/.test(
    node.parent?.type ?? "",
  );
  return isOperand && /\s(?:[+\-*/%&|<>=!?]|and|or|if)/.test(text) ? `(${text})` : text;
}
