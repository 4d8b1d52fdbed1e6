import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { enclosing, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { isValue } from "../is-value.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { readBinary } from "../read-binary.ts";
import { replaceNode } from "../replace-node.ts";
import { functionTypes } from "../scope-types.ts";
import type { SimpleType } from "../simple-type.ts";
import type { TextEdit } from "../text-edit.ts";

const literals: Readonly<Record<string, SimpleType>> = {
  number: "number",
  integer: "number",
  float: "number",
  string: "string",
  true: "boolean",
  false: "boolean",
  null: "null",
  none: "null",
};
const MAX_NAMES = 6;

/** Mends a fixed value where a parameter or variable belongs (`i + 1` for `i + step`), and a name where a fixed value belongs. */
export const operandKind: Operator = {
  name: "operand-kind",
  version: 1,
  prior: 0.5,
  languages,
  *find(node, context) {
    if (!isValue(node) || node.field === "source") return;
    const type = literals[node.type];
    if (type !== undefined) yield* takeName(node, type, context);
    else if (node.type === "identifier") yield* takeLiteral(node, context);
  },
};

function* takeName(
  node: SyntaxNode,
  type: SimpleType,
  { source, names }: OperatorContext,
): Generator<TextEdit> {
  const own = enclosing(node, functionTypes);
  const others = names
    .inScope(node)
    .filter(({ kind }) => kind === "parameter" || kind === "variable")
    .map((declared) => {
      const found = names.typeOf(declared.node);
      const fit = found === type ? 1 : found === "unknown" ? 0.6 : type === "null" ? 0.5 : 0.1;
      const isLocal = enclosing(declared.node, functionTypes) === own;
      // A parameter that nothing reads is most likely what is missing.
      const isUnused = declared.kind === "parameter" && names.usesOf(declared).length === 0;
      return { name: declared.name, weight: fit * (isUnused ? 1 : isLocal ? 0.6 : 0.3) };
    })
    .filter(({ name }) => !/^(?:self|cls)$/.test(name))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MAX_NAMES);
  for (const { name, weight } of others) yield replaceNode(node, name, source, { weight });
}

function* takeLiteral(node: SyntaxNode, { source, names }: OperatorContext): Generator<TextEdit> {
  const declared = names.declarationOf(textOf(node, source), node);
  if (declared === null || declared.kind === "function" || declared.kind === "import") return;
  if (node.field === "object" || node.field === "function" || node.field === "value") return;
  const type = names.typeOf(node);
  const isOperand = node.parent !== null && readBinary(node.parent, source) !== null;
  const scale = isOperand ? 1 : 0.6;
  if (type === "number" || type === "unknown") {
    for (const code of ["0", "1", "2"])
      yield replaceNode(node, code, source, { weight: (type === "number" ? 0.3 : 0.15) * scale });
  }
}
