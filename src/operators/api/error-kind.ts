import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { enclosing, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";

const scriptErrors = ["Error", "TypeError", "RangeError", "SyntaxError"];
const pythonErrors = [
  "ValueError",
  "KeyError",
  "TypeError",
  "IndexError",
  "Exception",
  "ZeroDivisionError",
  "AttributeError",
  "RuntimeError",
  "LookupError",
  "StopIteration",
  "NotImplementedError",
  "OverflowError",
];
const raising = new Set(["throw_statement", "raise_statement", "except_clause"]);

/** Mends an error of the wrong class, thrown or caught: the file's own classes first, then the languages' own. */
export const errorKind: Operator = {
  name: "error-kind",
  version: 1,
  prior: 0.4,
  languages,
  *find(node, context) {
    if (node.type !== "identifier" || !isErrorPlace(node)) return;
    const { source } = context;
    const current = textOf(node, source);
    if (!/^[A-Z]/.test(current)) return;
    const known = source.language === "python" ? pythonErrors : scriptErrors;
    const own = listOwn(node, context).filter((name) => name !== current);
    for (const name of own) yield replaceNode(node, name, source, { weight: 0.8 });
    for (const [at, name] of known.filter((other) => other !== current).entries()) {
      yield replaceNode(node, name, source, { weight: at < 5 ? 0.6 : 0.25 });
    }
  },
};

function isErrorPlace(node: SyntaxNode): boolean {
  const statement = enclosing(node, raising);
  if (statement === null || node.field === "object") return false;
  if (statement.type === "except_clause")
    return (
      node.end <= (statement.children.at(-1)?.start ?? 0) &&
      node.field !== "alias" &&
      node.parent?.type !== "as_pattern_target"
    );
  return node.field === "constructor" || node.field === "function" || node.parent === statement;
}

function listOwn(node: SyntaxNode, { names }: OperatorContext): readonly string[] {
  return names
    .inScope(node)
    .filter(
      ({ name, kind }) => (kind === "function" || kind === "import") && /(?:Error|Exception)$/.test(name),
    )
    .map(({ name }) => name);
}
