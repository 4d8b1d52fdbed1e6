import { type Source, textOf } from "../syntax/source.ts";
import { childOf, enclosing, isWithin, type SyntaxNode, walkTree } from "../syntax/syntax-node.ts";
import type { Clues } from "./clues.ts";
import { createTypes } from "./create-types.ts";
import { collectDeclarations, type Declaration } from "./declarations.ts";
import { readCall } from "./read-call.ts";
import { functionTypes, scopeTypes } from "./scope-types.ts";
import { collectSignatures, type Signature } from "./signatures.ts";
import { createSimilarity, type Similarity } from "./similarity.ts";
import type { SimpleType } from "./simple-type.ts";

/** What a file declares and uses, for operators that put one name or literal in another's place. */
export type Names = {
  /** Declarations that a name at this node could mean, the innermost scope first; one for each name. */
  inScope(node: SyntaxNode): readonly Declaration[];
  /** What a name means at a node; null where the file does not declare it. */
  declarationOf(name: string, at: SyntaxNode): Declaration | null;
  /** Where a declared name is used, in source order, without its declaration. */
  usesOf(declaration: Declaration): readonly SyntaxNode[];
  /** Whether nothing reads a declared name: it is likely to be missing where something is wrong. */
  isUnread(declaration: Declaration): boolean;
  /** What the node's value is: as it was seen in runs, else as it is guessed from the text. */
  typeOf(node: SyntaxNode): SimpleType;
  /** What the functions, methods and constructors of this name take. */
  signaturesOf(name: string): readonly Signature[];
  /** Texts of the arguments that calls of this name have in this place, each once. */
  argumentsOf(name: string, at: number): readonly string[];
  /** Members that the file uses on an object of this text, `this.items` or `Math`, sorted. */
  membersOf(objectText: string): readonly string[];
  /** Whether the file calls a member of this name, or defines it as a method. */
  isMethod(member: string): boolean;
  /** The number literals of the file, each once, in the order of their first use. */
  readonly numbers: readonly string[];
  /** The plain string literals of the file with their quotes, each once. */
  readonly strings: readonly string[];
  readonly similarity: Similarity;
};

/** Their variables are declared behind their first use. */
const comprehensions = new Set([
  "list_comprehension",
  "set_comprehension",
  "dictionary_comprehension",
  "generator_expression",
]);
const methodTypes = new Set(["method_definition", "function_definition"]);
const numberTypes = new Set(["number", "integer", "float"]);

/** Reads a file's names once, so that operators need no walk of their own. */
export function collectNames(source: Source, clues: Pick<Clues, "values"> = {}): Names {
  const declarations = collectDeclarations(source);
  const byScope = Map.groupBy(declarations, ({ scope }) => scope);
  const byNode = new Map(declarations.map((declaration) => [declaration.node, declaration]));
  const members = new Map<string, Set<string>>();
  const passed = new Map<string, Set<string>>();
  const methods = new Set<string>();
  const numbers = new Set<string>();
  const strings = new Set<string>();
  const identifiers = new Map<string, SyntaxNode[]>();
  for (const node of walkTree(source.root)) {
    if (node.type === "identifier" || node.type === "shorthand_property_identifier") {
      const name = textOf(node, source);
      const known = identifiers.get(name);
      if (known === undefined) identifiers.set(name, [node]);
      else known.push(node);
    }
    if (numberTypes.has(node.type)) numbers.add(textOf(node, source));
    if (node.type === "string" && isPlainString(node)) strings.add(textOf(node, source));
    if (node.field === "name" && methodTypes.has(node.parent?.type ?? "")) methods.add(textOf(node, source));
    const call = readCall(node, source);
    for (const [at, value] of (call?.values ?? []).entries()) {
      const key = `${call?.name} ${at}`;
      passed.set(key, (passed.get(key) ?? new Set()).add(textOf(value, source)));
    }
    const object = childOf(node, "object");
    const member = childOf(node, "property") ?? childOf(node, "attribute");
    if (object === null || member === null) continue;
    if (node.field === "function") methods.add(textOf(member, source));
    const text = textOf(object, source);
    members.set(text, (members.get(text) ?? new Set()).add(textOf(member, source)));
  }
  let signatures: ReadonlyMap<string, readonly Signature[]> | null = null;
  const seen = new Map<SyntaxNode, readonly Declaration[]>();
  const inScope = (node: SyntaxNode) => {
    const visible = seen.get(node) ?? findVisible(node, byScope);
    seen.set(node, visible);
    return visible;
  };
  const declarationOf = (name: string, at: SyntaxNode) =>
    byNode.get(at) ?? inScope(at).find((declaration) => declaration.name === name) ?? null;
  const usesOf = ({ name, node: declared, scope }: Declaration) =>
    (identifiers.get(name) ?? []).filter((use) => use !== declared && isWithin(use, scope));
  return {
    inScope,
    declarationOf,
    usesOf,
    isUnread: (declaration) => usesOf(declaration).every(isTarget),
    typeOf: createTypes({ source, declarationOf, usesOf }, clues),
    argumentsOf: (name, at) => [...(passed.get(`${name} ${at}`) ?? [])],
    signaturesOf(name) {
      signatures ??= collectSignatures(source);
      return signatures.get(name) ?? [];
    },
    membersOf: (objectText) => [...(members.get(objectText) ?? [])].toSorted(),
    isMethod: (member) => methods.has(member),
    numbers: [...numbers],
    strings: [...strings],
    similarity: createSimilarity(),
  };
}

const isTarget = ({ field, parent }: SyntaxNode) =>
  field === "left" && /^assignment/.test(parent?.type ?? "");

/** What a module specifier or a docstring says is no value of the program. */
function isPlainString(node: SyntaxNode): boolean {
  if (node.field === "source" || node.parent?.type === "expression_statement") return false;
  return node.children.every(({ type }) => type !== "interpolation" && type !== "template_substitution");
}

/** Climbs from the node outwards, so that an inner declaration hides an outer one of the same name. */
function findVisible(
  node: SyntaxNode,
  byScope: ReadonlyMap<SyntaxNode, readonly Declaration[]>,
): readonly Declaration[] {
  const visible = new Map<string, Declaration>();
  for (let scope: SyntaxNode | null = node; scope !== null; scope = scope.parent) {
    for (const declaration of byScope.get(scope) ?? []) {
      if (!visible.has(declaration.name) && isVisible(node, declaration)) {
        visible.set(declaration.name, declaration);
      }
    }
  }
  return [...visible.values()];
}

function isVisible(node: SyntaxNode, declaration: Declaration): boolean {
  if (declaration.kind !== "variable" || comprehensions.has(declaration.scope.type)) return true;
  // A variable is of no use in its own initialiser, nor above it in the same function.
  if (declaration.node.parent !== null && isWithin(node, declaration.node.parent)) {
    return scopeTypes.has(declaration.node.parent.type);
  }
  const isSameFunction = enclosing(node, functionTypes) === enclosing(declaration.node, functionTypes);
  return !isSameFunction || declaration.node.start < node.start;
}
