import { languages } from "../../syntax/language.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, enclosing, namedChildrenOf, type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { rememberByNode } from "../remember-by-node.ts";
import { functionTypes } from "../scope-types.ts";
import { isFirstOnLine, readLayout } from "../statement/layout.ts";
import { isListed, placeBefore, placeBehind, statementsIn } from "../statement/place-statement.ts";
import type { TextEdit } from "../text-edit.ts";
import { listTerms } from "./list-terms.ts";

/** Calls tried ahead of one statement. */
const MAX_CALLS = 6;
const MAX_PARAMETERS = 3;
const classes = new Set(["class_declaration", "class_definition", "class"]);
const proceduresOf = rememberByNode(listProcedures);

/**
 * Mends a function that leaves out one of the file's own steps: calls a procedure of the file or a method of the class, one
 * that returns nothing, with arguments in scope of the names of its parameters. What is called nowhere comes first.
 */
export const missingCall: Operator = {
  name: "missing-call",
  version: 1,
  prior: 0.2,
  languages,
  isRepairOnly: true,
  *find(node, context): Generator<TextEdit> {
    const owner = enclosing(node, functionTypes);
    if (owner === null || !isListed(node) || !isFirstOnLine(node, context.source)) return;
    const layout = readLayout(context.source);
    const isLast =
      statementsIn(node.parent ?? node).at(-1) === node &&
      !/^(?:return|break|continue|throw|raise)_/.test(node.type);
    for (const { text, weight } of listCalls(node, owner, context)) {
      const lines = [`${text}${layout.end}`];
      const before = placeBefore(node, lines, context.source, layout);
      if (before !== null) yield { ...before, summary: `call ${text}`, weight };
      const behind = isLast ? placeBehind(node, lines, context.source, layout) : null;
      if (behind !== null) yield { ...behind, summary: `call ${text}`, weight };
    }
  },
};

type Procedure = {
  readonly node: SyntaxNode;
  readonly name: string;
  readonly parameters: readonly string[];
  /** The class whose method it is. */
  readonly holder: SyntaxNode | null;
  readonly isCalled: boolean;
};

function listCalls(
  node: SyntaxNode,
  owner: SyntaxNode,
  context: OperatorContext,
): readonly { readonly text: string; readonly weight: number }[] {
  const { source, names } = context;
  const own = source.language === "python" ? "self" : "this";
  const terms = listTerms(node, context).filter(({ kind }) => kind !== "member");
  return proceduresOf(source.root, source)
    .flatMap((procedure) => {
      if (
        procedure.node === owner ||
        (procedure.holder !== null && procedure.holder !== enclosing(owner, classes))
      )
        return [];
      let weight = procedure.isCalled ? 0.7 : 1;
      const given = procedure.parameters.map((parameter) => {
        const [best] = terms
          .map(({ text }) => ({ text, likeness: names.similarity(text, parameter) }))
          .toSorted((a, b) => b.likeness - a.likeness);
        weight *= best === undefined ? 0 : 0.3 + 0.7 * best.likeness;
        return best?.text ?? "";
      });
      if (weight < 0.3) return [];
      const callee = procedure.holder === null ? procedure.name : `${own}.${procedure.name}`;
      return [{ text: `${callee}(${given.join(", ")})`, weight }];
    })
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MAX_CALLS);
}

/** Functions and methods with a name that return no value. */
function listProcedures(root: SyntaxNode, source: Source): readonly Procedure[] {
  const text = source.text;
  return [...walkTree(root)].flatMap((node): readonly Procedure[] => {
    const named = functionTypes.has(node.type) ? childOf(node, "name") : null;
    const name = named === null ? "" : textOf(named, source);
    if (
      !/^[#\w$]+$/.test(name) ||
      /^(?:constructor|__\w+__|test)/.test(name) ||
      /^(?:get|set|static)$/.test(node.children[0]?.type ?? "")
    )
      return [];
    const isInner = (inner: SyntaxNode) => inner !== node && functionTypes.has(inner.type);
    const isSilent = ![...walkTree(node, isInner)].some(
      (inner) => inner.type === "return_statement" && namedChildrenOf(inner).length > 0,
    );
    const parameters = namedChildrenOf(childOf(node, "parameters") ?? node)
      .filter(({ type }) => !/default|assignment|optional|splat|rest/.test(type))
      .map((parameter) => /^[A-Za-z_$][\w$]*/.exec(textOf(parameter, source))?.[0] ?? "")
      .filter((parameter) => !/^(?:self|cls|this)$/.test(parameter));
    if (!isSilent || parameters.length > MAX_PARAMETERS || parameters.includes("")) return [];
    const holder = enclosing(node, classes);
    const isCalled = text.split(new RegExp(`(?<![\\w$#])${name.replace("$", "\\$")}\\(`)).length > 2;
    return [{ node, name, parameters, holder, isCalled }];
  });
}
