import { textOf } from "../../syntax/source.ts";
import { childOf, enclosing, isWithin, type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";
import type { Declaration } from "../declarations.ts";
import type { OperatorContext } from "../operator.ts";
import { rememberByNode } from "../remember-by-node.ts";
import { functionTypes } from "../scope-types.ts";
import { guessShapes, type Shape } from "./guess-shapes.ts";
import { rememberInContext } from "./remember-in-context.ts";
import { shareOf } from "./share-of.ts";

/** A name or member that an expression at a place may read. */
export type Term = {
  readonly text: string;
  readonly shape: Shape;
  readonly kind: "parameter" | "variable" | "outer" | "member";
  /** Offset of its declaration, 0 for a member: the order in which people write two of them. */
  readonly declaredAt: number;
  /** Whether a loop sets it in each turn, so that nothing else should. */
  readonly isItem: boolean;
  /** How likely missing logic is about it, above 0 and at most 1. */
  readonly weight: number;
};

const classes = new Set(["class_declaration", "class_definition", "class"]);
const heads = new Set(["for_statement", "for_in_statement", "for_in_clause"]);
const loops = new Set(["for_statement", "for_in_statement", "while_statement", "do_statement"]);
/** Terms offered at one place. */
const MAX_TERMS = 16;
/** Members of one name among them. */
const MAX_MEMBERS = 3;
const LEAST_TERMS = 6;
const termsAt = rememberInContext(findTerms);
const shapesOf = rememberByNode(guessShapes);
const usesOf = rememberByNode(countUses);

/**
 * What an expression at this node may read, the likeliest first: parameters that the function never reads, then its
 * parameters and the variables declared above, members of `this`, and values of the functions around. Functions and
 * imports are left out. Pure.
 */
export function listTerms(node: SyntaxNode, context: OperatorContext): readonly Term[] {
  return termsAt(node, context);
}

function findTerms(node: SyntaxNode, { source, names }: OperatorContext): readonly Term[] {
  const owner = functionTypes.has(node.type) ? node : enclosing(node, functionTypes);
  if (owner === null) return [];
  const shapes = shapesOf(owner, source);
  const uses = usesOf(owner, source);
  const terms: Term[] = [];
  for (const declaration of names.inScope(node)) {
    const { name, kind } = declaration;
    if (kind === "function" || kind === "import" || /^(?:self|cls|_)$/.test(name)) continue;
    const isOwn = enclosing(declaration.node, functionTypes) === owner;
    if (!isOwn && !(uses.has(name) || isOfFunction(declaration))) continue;
    // Not yet assigned where the node stands.
    if (isOwn && kind === "variable" && isInSibling(declaration, node)) continue;
    const isUnread = isOwn && (uses.get(name) ?? 0) <= 1;
    const isNear = isOwn && isOfLoop(declaration, node);
    const weight = (isOwn ? (isNear ? 1 : kind === "parameter" ? 0.9 : 0.75) : 0.35) * (isUnread ? 1.1 : 0.9);
    const outer = isOwn ? null : enclosing(declaration.node, functionTypes);
    const known = (outer === null ? undefined : shapesOf(outer, source).get(name)) ?? shapes.get(name);
    const shape = known ?? guessByName(name);
    terms.push({
      text: name,
      shape,
      kind: isOwn ? kind : "outer",
      declaredAt: declaration.node.start,
      isItem: isHead(declaration),
      weight: Math.min(1, weight),
    });
  }
  terms.push(...terms.flatMap((term) => membersOf(term, names)));
  // A member that a method forgets is one that other methods of the class use.
  const holder = enclosing(owner, classes);
  const shared = holder === null ? [] : [...shapesOf(holder, source)].filter(([text]) => !shapes.has(text));
  for (const [text, shape] of [...shapes, ...shared]) {
    if (!/^(?:this|self)\./.test(text) || shape === "function" || isMethod(text, names)) continue;
    const weight = shapes.has(text) ? 0.6 : 0.45;
    terms.push({ text, shape, kind: "member", declaredAt: 0, isItem: false, weight });
  }
  return terms
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, Math.max(LEAST_TERMS, shareOf(MAX_TERMS, node)));
}

const isMethod = (text: string, names: OperatorContext["names"]) =>
  names.isMethod(text.replace(/^(?:this|self)\./, ""));

/** What the file reads of a thing of this name: not its methods, and not what every list has. */
function membersOf(
  { text, shape, kind, declaredAt, weight }: Term,
  names: OperatorContext["names"],
): readonly Term[] {
  if (kind === "outer" || (shape !== "object" && shape !== "unknown")) return [];
  return names
    .membersOf(text)
    .filter((member) => !names.isMethod(member) && !/^(?:length|size|prototype|constructor)$/.test(member))
    .slice(0, MAX_MEMBERS)
    .map((member) => ({
      text: `${text}.${member}`,
      shape: guessByName(member),
      kind: "member",
      declaredAt,
      isItem: false,
      weight: weight * 0.6,
    }));
}

/** How often each identifier stands in the function, its declaration counted. */
function countUses(owner: SyntaxNode, source: OperatorContext["source"]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const node of walkTree(owner)) {
    if (!/identifier/.test(node.type)) continue;
    const isMember = node.field === "property" || node.field === "attribute" || node.field === "key";
    if (isMember) continue;
    const name = textOf(node, source);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** What the loop around goes through, or declares anew in each turn. */
function isOfLoop({ node: declared }: Declaration, node: SyntaxNode): boolean {
  const loop = enclosing(node, loops);
  return loop !== null && isWithin(declared, loop) && declared.start < node.start;
}

const isOfFunction = ({ scope }: Declaration) => functionTypes.has(scope.type) || /block$/.test(scope.type);

/** Declared in the head of a loop or comprehension; one that JavaScript's loops count with is another matter. */
function isHead({ node: declared }: Declaration): boolean {
  const loop = enclosing(declared, heads);
  const left = loop === null ? null : childOf(loop, "left");
  return left !== null && isWithin(declared, left);
}

/** A loop's or comprehension's variable means nothing outside of it, although Python's scope says so. */
function isInSibling({ node: declared }: Declaration, node: SyntaxNode): boolean {
  const loop = enclosing(declared, heads);
  if (loop === null || isWithin(node, loop)) return false;
  const left = childOf(loop, "left") ?? childOf(loop, "initializer");
  return left !== null && isWithin(declared, left);
}

function guessByName(name: string): Shape {
  if (
    /^(?:i|j|k|n|m|x|y|count|index|size|len|length|limit|depth|total|sum|min|max|start|end|low|high|lo|hi|left|right|width|height|amount|price|age|year|month|day|num|offset|step|level|page)$/i.test(
      name,
    )
  )
    return "number";
  if (/(?:Count|Index|Size|Length|Limit|_count|_index|_size)$/.test(name)) return "number";
  if (/^(?:is|has|should|can)(?:[A-Z_])/.test(name)) return "boolean";
  if (
    /^(?:s|str|text|word|char|ch|c|line|prefix|suffix|sep|separator|pattern|token|title|label)$/i.test(name)
  )
    return "string";
  if (
    /^(?:xs|ys|arr|array|list|items|values|nums|numbers|rows|stack|queue|parts|words|lines|tokens)$/i.test(
      name,
    )
  )
    return "list";
  return "unknown";
}
