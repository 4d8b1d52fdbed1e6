import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { excerpt, replaceNode } from "../replace-node.ts";
import type { SimpleType } from "../simple-type.ts";
import type { TextEdit } from "../text-edit.ts";

const values: readonly (readonly [SimpleType, script: string, python: string])[] = [
  ["number", "0", "0"],
  ["number", "1", "1"],
  ["array", "[]", "None"],
  ["object", "{}", "None"],
  ["string", '""', '""'],
  ["boolean", "false", "False"],
  ["boolean", "true", "True"],
  ["null", "null", "None"],
];
const lists = new Set(["formal_parameters", "parameters", "object_pattern", "lambda_parameters"]);
const defaulted = new Set([
  "assignment_pattern",
  "object_assignment_pattern",
  "default_parameter",
  "typed_default_parameter",
  "required_parameter",
  "optional_parameter",
]);

/** Mends a parameter or a destructured property that lacks a default, or has the wrong one. */
export const defaultValue: Operator = {
  name: "default-value",
  version: 1,
  prior: 0.35,
  languages,
  isRepairOnly: true,
  *find(node, context) {
    const value = defaulted.has(node.type) ? (childOf(node, "value") ?? childOf(node, "right")) : null;
    if (value !== null) yield* change(node, value, context);
    else yield* add(node, context);
  },
};

function* change(
  node: SyntaxNode,
  value: SyntaxNode,
  { source, names }: OperatorContext,
): Generator<TextEdit> {
  const type = names.typeOf(value);
  for (const [kind, script, python] of values) {
    const code = source.language === "python" ? python : script;
    yield replaceNode(value, code, source, {
      weight: kind === type ? 0.7 : 0.3,
      summary: `default to ${code}`,
    });
  }
  const name = namedChildrenOf(node)[0];
  if (name === undefined || name === value || !isLast(node)) return;
  const start = childOf(node, "type")?.end ?? name.end;
  yield {
    start,
    end: value.end,
    replacement: "",
    summary: `no default for ${excerpt(textOf(name, source))}`,
    weight: 0.2,
  };
}

/** The last parameters alone, since those behind a default need one too. */
function* add(node: SyntaxNode, { source, names }: OperatorContext): Generator<TextEdit> {
  const { parent } = node;
  if (parent === null || !lists.has(parent.type)) return;
  const isPlain =
    /^(?:identifier|shorthand_property_identifier_pattern|required_parameter|typed_parameter)$/.test(
      node.type,
    );
  const text = textOf(node, source);
  if (!isPlain || /^(?:\.\.\.|\*|self$|cls$)/.test(text)) return;
  if (parent.type !== "object_pattern" && !isLast(node)) return;
  const name = node.type === "identifier" || node.children.length === 0 ? node : namedChildrenOf(node)[0];
  const type = name === undefined ? "unknown" : names.typeOf(name);
  for (const [kind, script, python] of values) {
    const code = source.language === "python" ? python : script;
    const weight = kind === type ? 0.8 : type === "unknown" ? 0.3 : 0.15;
    yield {
      start: node.end,
      end: node.end,
      replacement: ` = ${code}`,
      summary: `default ${excerpt(text)} to ${code}`,
      weight,
    };
  }
}

function isLast(node: SyntaxNode): boolean {
  const siblings = node.parent === null ? [] : namedChildrenOf(node.parent);
  return siblings
    .slice(siblings.indexOf(node) + 1)
    .every(({ type }) => defaulted.has(type) && type !== "required_parameter");
}
