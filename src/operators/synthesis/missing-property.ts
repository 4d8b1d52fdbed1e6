import { languages } from "../../syntax/language.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, enclosing, namedChildrenOf, type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";
import { functionTypes } from "../scope-types.ts";
import { readLayout } from "../statement/layout.ts";
import { placeBehind, statementsIn } from "../statement/place-statement.ts";
import type { TextEdit } from "../text-edit.ts";
import { listTerms } from "./list-terms.ts";

const constructors = /^(?:constructor|__init__)$/;

/**
 * Mends a thing that is built without one of its parts: a property of a returned object, an item of a list or tuple, the
 * spread of what it continues (`{ ...state, count }`), and a constructor's parameter that is never kept.
 */
export const missingProperty: Operator = {
  name: "missing-property",
  version: 1,
  prior: 0.3,
  languages,
  isRepairOnly: true,
  *find(node, context): Generator<TextEdit> {
    if (node.type === "object" || node.type === "dictionary") yield* addProperties(node, context);
    if (/^(?:array|list|tuple)$/.test(node.type)) yield* spreadList(node, context);
    if (functionTypes.has(node.type)) yield* keepParameters(node, context);
  },
};

function* addProperties(node: SyntaxNode, context: OperatorContext): Generator<TextEdit> {
  const { source } = context;
  if (enclosing(node, functionTypes) === null || node.field === "left") return;
  const isPython = source.language === "python";
  const parts = namedChildrenOf(node).map((part) => textOf(part, source));
  const held = new Set(
    namedChildrenOf(node).map((part) => textOf(childOf(part, "key") ?? part, source).replace(/["']/g, "")),
  );
  const { quote } = readLayout(source);
  const terms = listTerms(node, context).filter(
    ({ text, kind }) => kind !== "member" && kind !== "outer" && !held.has(text),
  );
  for (const { text, shape, weight } of terms.slice(0, 6)) {
    const isSpreadable = !/^(?:number|string|boolean|function|set)$/.test(shape);
    const spread = isPython ? `**${text}` : `...${text}`;
    if (isSpreadable && !parts.includes(spread))
      yield rewrite(node, [spread, ...parts], source, {
        weight: weight * 0.8,
        summary: `keep what ${text} has`,
      });
    const added = isPython ? `${quote}${text}${quote}: ${text}` : text;
    yield rewrite(node, [...parts, added], source, { weight: weight * 0.5, summary: `add ${text}` });
  }
}

function* spreadList(node: SyntaxNode, context: OperatorContext): Generator<TextEdit> {
  const { source } = context;
  const owner = enclosing(node, functionTypes);
  if (
    owner === null ||
    !/return_statement|assignment|pair|arrow|declarator|arguments|argument_list|ternary|binary/.test(
      node.parent?.type ?? "",
    ) ||
    node.field === "left"
  )
    return;
  const parts = namedChildrenOf(node).map((part) => textOf(part, source));
  const sign = source.language === "python" ? "*" : "...";
  const [open, close] = [source.text[node.start], source.text[node.end - 1]];
  if (open !== "[" && open !== "(") return;
  for (const { text, shape, kind, weight } of listTerms(node, context).slice(0, 8)) {
    if (kind === "outer" || parts.some((part) => part.includes(text))) continue;
    if (shape === "list" || shape === "unknown") {
      const share = weight * (shape === "list" ? 0.7 : 0.3);
      yield replaceNode(node, `${open}${[`${sign}${text}`, ...parts].join(", ")}${close}`, source, {
        weight: share,
      });
      yield replaceNode(node, `${open}${[...parts, `${sign}${text}`].join(", ")}${close}`, source, {
        weight: share * 0.8,
      });
    }
    if (shape !== "list")
      yield replaceNode(node, `${open}${[...parts, text].join(", ")}${close}`, source, {
        weight: weight * 0.4,
      });
  }
}

function rewrite(
  node: SyntaxNode,
  parts: readonly string[],
  source: Source,
  said: { readonly weight: number; readonly summary: string },
): TextEdit {
  const own = textOf(node, source);
  const old = namedChildrenOf(node);
  const [first, last] = [old[0], old.at(-1)];
  if (first === undefined || last === undefined) {
    const pad = source.language === "python" ? "" : " ";
    return replaceNode(node, `{${pad}${parts.join(", ")}${pad}}`, source, said);
  }
  // What was there stays as it is laid out.
  const added = parts.length > old.length ? parts : [];
  const isFirst = added[0] !== undefined && added[0] !== textOf(first, source);
  const text = isFirst
    ? `${own.slice(0, first.start - node.start)}${added[0]}, ${own.slice(first.start - node.start)}`
    : `${own.slice(0, last.end - node.start)}, ${added.at(-1)}${own.slice(last.end - node.start)}`;
  return replaceNode(node, text, source, said);
}

/** `this.name = name` for a parameter that the constructor never reads. */
function* keepParameters(owner: SyntaxNode, { source }: OperatorContext): Generator<TextEdit> {
  const name = childOf(owner, "name");
  const body = childOf(owner, "body");
  if (name === null || body === null || !constructors.test(textOf(name, source))) return;
  const last = statementsIn(body).at(-1);
  const read = new Map<string, number>();
  for (const node of walkTree(owner)) {
    if (node.type !== "identifier") continue;
    read.set(textOf(node, source), (read.get(textOf(node, source)) ?? 0) + 1);
  }
  const layout = readLayout(source);
  for (const parameter of namedChildrenOf(childOf(owner, "parameters") ?? owner)) {
    const own = /^[A-Za-z_$][\w$]*/.exec(textOf(parameter, source))?.[0];
    if (own === undefined || own === "self" || read.get(own) !== 1 || last === undefined) continue;
    const line = `${layout.isPython ? "self" : "this"}.${own} = ${own}${layout.end}`;
    const placed = placeBehind(last, [line], source, layout);
    if (placed !== null) yield { ...placed, summary: `keep ${own}`, weight: 1 };
  }
}
