import { type Source, textOf } from "../../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode, walkTree } from "../../../syntax/syntax-node.ts";
import type { CodeFacts, CodeReference, CodeText, NameUse } from "./code-facts.ts";
import { createMemory } from "./create-memory.ts";
import { decodeScriptText } from "./decode-script-text.ts";
import { createPythonEvaluator } from "./evaluate-python.ts";
import { createPythonFolder } from "./fold-python-value.ts";
import { readPythonBindings } from "./python-bindings.ts";

const nameTypes = new Set(["identifier", "attribute", "subscript", "call"]);
/** Parts of a text that is put together; a longer chain is not followed. */
const MAX_DEPTH = 50;
const textTypes = new Set(["string", "concatenated_string", "binary_operator", "call", "subscript"]);

/** What a Python file refers to outside itself, and the texts that it holds. Pure. */
export function readPython(source: Source): CodeFacts {
  const bindings = readPythonBindings(source);
  const foldValue = createPythonFolder(source, bindings);
  const memory = createMemory();
  const evaluate = createPythonEvaluator(source, { bindings, foldValue, memory });
  const entangled: SyntaxNode[] = [];
  const references: CodeReference[] = bindings.imports.map(({ name, node }) => ({
    name,
    origin: "import",
    use: "import",
    node,
  }));
  const texts: CodeText[] = [];
  const definitions: { name: string; node: SyntaxNode; value: SyntaxNode }[] = [];
  const members: { name: string; node: SyntaxNode }[] = [];
  const methods: { name: string; node: SyntaxNode }[] = [];
  // What is not known of a text stands as a star, which no name of a file or a variable holds.
  const spellPartly = (node: SyntaxNode | null | undefined, depth = 0): string | undefined => {
    if (node === null || node === undefined || depth > MAX_DEPTH) return "*";
    const value = foldValue(node);
    if (typeof value === "string" || typeof value === "number") return String(value);
    if (node.type === "string")
      return namedChildrenOf(node)
        .map((part) =>
          part.type === "interpolation"
            ? spellPartly(namedChildrenOf(part)[0], depth + 1)
            : part.type === "string_content"
              ? decodeScriptText(textOf(part, source))
              : "",
        )
        .join("");
    const operator = node.type === "binary_operator" ? childOf(node, "operator")?.type : undefined;
    if (operator === "+" || operator === "/") {
      const parts = [childOf(node, "left"), childOf(node, "right")].map((part) =>
        spellPartly(part, depth + 1),
      );
      return parts.join(operator === "/" ? "/" : "");
    }
    return depth === 0 ? undefined : "*";
  };
  const findDefinition = (node: SyntaxNode): { name: string; value: SyntaxNode } | null => {
    const isAssigned = node.type === "assignment";
    const name = isAssigned
      ? childOf(node, "left")
      : node.type === "function_definition"
        ? childOf(node, "name")
        : null;
    const value = isAssigned ? childOf(node, "right") : node;
    if (name === null || value === null) return null;
    return { name: textOf(childOf(name, "attribute") ?? name, source).normalize("NFKC"), value };
  };
  // Annotations do nothing that a rule looks for.
  for (const node of walkTree(source.root, ({ type }) => type === "type")) {
    if (nameTypes.has(node.type) && !isPartOfName(node) && !bindings.isDeclaration(node)) {
      const use = node.type === "call" && useOf(node) !== "call" ? "import" : useOf(node);
      for (const meaning of evaluate(node))
        if (meaning.kind === "name")
          references.push({ name: meaning.name, origin: meaning.origin, use, node });
      if (memory.isCut(node) && (use === "call" || (use === "write" && node.type !== "identifier")))
        entangled.push(node);
    }
    const definition = findDefinition(node);
    if (definition !== null) definitions.push({ ...definition, node });
    if (node.type === "attribute") {
      const key = childOf(node, "attribute");
      if (key !== null) members.push({ name: textOf(key, source).normalize("NFKC"), node });
    }
    if (node.type === "call") {
      const key = childOf(childOf(node, "function") ?? node, "attribute");
      if (key !== null) methods.push({ name: textOf(key, source).normalize("NFKC"), node });
    }
    if (textTypes.has(node.type) && node.parent?.type !== "concatenated_string") {
      const value = foldValue(node) ?? spellPartly(node);
      if (typeof value === "string") texts.push({ value, node });
    }
  }
  const boundTo = (node: SyntaxNode) =>
    (bindings.find(textOf(node, source).normalize("NFKC"), node) ?? []).flatMap((value) =>
      value.kind === "node" ? [value.node] : [],
    );
  const isFunction = (node: SyntaxNode) =>
    evaluate(node).some(
      (meaning) => meaning.kind === "node" && /^(function_definition|lambda)$/.test(meaning.node.type),
    );
  const namesOf = (node: SyntaxNode) =>
    evaluate(node).flatMap((meaning) => (meaning.kind === "name" ? [meaning.name] : []));
  return {
    source,
    references,
    referencesByName: Map.groupBy(references, ({ name }) => name),
    texts,
    definitions,
    members,
    methods,
    imports: [],
    namesOf,
    foldValue,
    isFunction,
    boundTo,
    entangled,
    get steps() {
      return memory.steps;
    },
  };
}

/** Whether a longer name goes on from this node, or it only is the name of something. */
function isPartOfName({ field, parent }: SyntaxNode): boolean {
  if (parent === null) return false;
  if (parent.type === "attribute") return true;
  if (parent.type === "subscript") return field === "value";
  return parent.type === "keyword_argument" && field === "name";
}

function useOf(node: SyntaxNode): NameUse {
  const { field, parent } = node;
  switch (parent?.type) {
    case "assignment":
      return field === "left" ? "write" : "alias";
    case "augmented_assignment":
      return field === "left" ? "write" : "read";
    case "pattern_list":
    case "tuple_pattern":
    case "list_pattern":
    case "delete_statement":
    case "as_pattern_target":
      return "write";
    case "for_statement":
      return field === "left" ? "write" : "read";
    case "named_expression":
    case "default_parameter":
    case "typed_default_parameter":
      return "alias";
    case "call":
      return field === "function" ? "call" : "read";
    default:
      return "read";
  }
}
