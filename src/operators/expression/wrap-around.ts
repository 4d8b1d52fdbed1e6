import { languages } from "../../syntax/language.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { bracketOperand } from "../bracket.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { readBinary } from "../read-binary.ts";
import { replaceNode } from "../replace-node.ts";
import type { TextEdit } from "../text-edit.ts";

/** Sizes in scope that are tried. */
const MAX_SIZES = 3;

/** Mends a remainder of a negative number, which is negative in JavaScript, and a position that has to go round: `(i + 1) % n`. */
export const wrapAround: Operator = {
  name: "wrap-around",
  version: 1,
  prior: 0.4,
  languages,
  isRepairOnly: true,
  *find(node, context) {
    const { source } = context;
    const binary = readBinary(node, source);
    if (binary === null || context.names.typeOf(node) === "string") return;
    if (binary.sign === "%" && source.language !== "python") {
      const [left, right] = [bracketOperand(binary.left, source), bracketOperand(binary.right, source)];
      const isRound = /^\(.*%.*\+/s.test(left);
      if (!isRound)
        yield replaceNode(node, `((${left} % ${right}) + ${right}) % ${right}`, source, { weight: 0.8 });
      if (!isRound) yield replaceNode(node, `(${left} + ${right}) % ${right}`, source, { weight: 0.5 });
    }
    if (binary.sign === "+" || binary.sign === "-") yield* goRound(node, context);
  },
};

function* goRound(node: SyntaxNode, { source, names }: OperatorContext): Generator<TextEdit> {
  const place = isPosition(node, source);
  if (place === 0) return;
  const sizes = names
    .inScope(node)
    .filter(
      ({ name, kind }) =>
        kind !== "function" &&
        /^(?:n|m|size|len|length|count|capacity|total)$|(?:Size|Count|Length|_size|_count)$/.test(name),
    )
    .map(({ name }) => name);
  const own = source.language === "python" ? "self" : "this";
  const members = names
    .membersOf(own)
    .filter((name) => /capacity|size|length|limit/i.test(name))
    .map((name) => `${own}.${name}`);
  const object =
    node.parent === null ? null : (childOf(node.parent, "object") ?? childOf(node.parent, "value"));
  const whole =
    object === null || object === node
      ? []
      : [
          source.language === "python"
            ? `len(${textOf(object, source)})`
            : `${textOf(object, source)}.length`,
        ];
  for (const size of [...whole, ...members, ...sizes].slice(0, MAX_SIZES)) {
    yield replaceNode(node, `(${textOf(node, source)}) % ${size}`, source, { weight: place });
  }
}

/** An index, or what a name is set to that is a position. */
function isPosition(node: SyntaxNode, source: Source): number {
  const { parent, field } = node;
  if (parent === null) return 0;
  if (field === "index" || (parent.type === "subscript" && field === "subscript")) return 0.6;
  if (!/declarator|^assignment/.test(parent.type)) return 0;
  const target = childOf(parent, "left") ?? childOf(parent, "name");
  return target !== null &&
    /(?:head|tail|next|index|idx|pos|position|cursor|current|turn|at|i)$/i.test(textOf(target, source))
    ? 0.7
    : 0;
}
