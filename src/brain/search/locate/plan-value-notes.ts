import { isValue } from "../../../operators/is-value.ts";
import { type Source, textOf } from "../../../syntax/source.ts";
import { type SyntaxNode, walkTree } from "../../../syntax/syntax-node.ts";

/** A file with notes in it, and the expression that each note is of. */
export type ValueNotes = {
  readonly text: string;
  /** Id of a note → the expression. */
  readonly nodes: ReadonlyMap<string, SyntaxNode>;
};

/** Notes in one file; more of them slow it down and say little. */
const MAX_NOTES = 240;
const observed = new Set([
  "identifier",
  "member_expression",
  "attribute",
  "subscript_expression",
  "subscript",
  "call_expression",
  "call",
  "binary_expression",
  "binary_operator",
  "boolean_operator",
  "comparison_operator",
  "unary_expression",
  "not_operator",
]);
/** Nothing in them is read while a program runs, or quotes within quotes are an error. */
const pruned =
  /^(?:type|type_annotation|type_arguments|type_parameters|interpolation|decorator|import_statement|import_from_statement|interface_declaration|type_alias_declaration|enum_declaration|ambient_declaration)$/;

/**
 * Puts `__nightshift_note(id, …)` around expressions whose value is read: the most suspected ones, as many as are worth it.
 * What is called, and links of an optional chain, stay as they are, since a note would change what they mean. Pure.
 */
export function planValueNotes(source: Source, suspect: (node: SyntaxNode) => number): ValueNotes {
  const isPruned = (node: SyntaxNode) => pruned.test(node.type);
  const found = [...walkTree(source.root, isPruned)]
    .filter((node) => observed.has(node.type) && isValue(node) && isSafe(node, source))
    .map((node) => ({ node, suspicion: suspect(node) }))
    .filter(({ suspicion }) => suspicion > 0)
    .toSorted((a, b) => b.suspicion - a.suspicion || a.node.start - b.node.start)
    .slice(0, MAX_NOTES)
    .map(({ node }, at) => [`v${at}`, node] as const);
  return { text: insertNotes(source.text, found), nodes: new Map(found) };
}

function isSafe(node: SyntaxNode, source: Source): boolean {
  const { field, parent } = node;
  if (field === "function" || field === "operator" || isConstructor(node)) return false;
  if (/^(?:class_body|keyword_argument_name|jsx_)/.test(parent?.type ?? "")) return false;
  const isTyped = parent?.type === "unary_expression" && /^(?:typeof|delete)\b/.test(textOf(parent, source));
  const isLink = field === "object" && textOf(node, source).includes("?.");
  return !isTyped && !isLink;
}

/** In `new a.b()` a call around `a` would be what is constructed. */
function isConstructor({ field, parent }: SyntaxNode): boolean {
  if (field === "object" && parent !== null) return isConstructor(parent);
  return field === "constructor";
}

/** Outer notes open before inner ones that begin at the same place, and close behind them. */
function insertNotes(text: string, notes: readonly (readonly [string, SyntaxNode])[]): string {
  const opening = Map.groupBy(notes, ([, { start }]) => start);
  const closing = Map.groupBy(notes, ([, { end }]) => end);
  const places = [...new Set([...opening.keys(), ...closing.keys()])].toSorted((a, b) => a - b);
  let result = "";
  let copied = 0;
  for (const place of places) {
    result += text.slice(copied, place) + ")".repeat(closing.get(place)?.length ?? 0);
    const outerFirst = (opening.get(place) ?? []).toSorted(([, a], [, b]) => b.end - a.end);
    result += outerFirst.map(([id]) => `__nightshift_note("${id}", `).join("");
    copied = place;
  }
  return result + text.slice(copied);
}
