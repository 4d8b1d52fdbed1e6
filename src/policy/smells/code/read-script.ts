import { type Source, textOf } from "../../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode, walkTree } from "../../../syntax/syntax-node.ts";
import { canonicalModule } from "./canonical-module.ts";
import type { CodeFacts, CodeReference, CodeText, NameUse } from "./code-facts.ts";
import { createMemory } from "./create-memory.ts";
import { decodeScriptText } from "./decode-script-text.ts";
import { createScriptEvaluator } from "./evaluate-script.ts";
import { createScriptFolder } from "./fold-script-value.ts";
import { readScriptBindings } from "./script-bindings.ts";

const nameTypes = new Set([
  "identifier",
  "shorthand_property_identifier",
  "member_expression",
  "subscript_expression",
  "meta_property",
]);
/** Parts of a text that is put together; a longer chain is not followed. */
const MAX_DEPTH = 50;
const textTypes = new Set(["string", "template_string", "binary_expression", "call_expression"]);

/** What a file in JavaScript or TypeScript refers to outside itself, and the texts that it holds. Pure. */
export function readScript(source: Source): CodeFacts {
  const bindings = readScriptBindings(source);
  const foldValue = createScriptFolder(source, bindings);
  const memory = createMemory();
  const evaluate = createScriptEvaluator(source, { bindings, foldValue, memory });
  const entangled: SyntaxNode[] = [];
  const references: CodeReference[] = [];
  const texts: CodeText[] = [];
  const members: { name: string; node: SyntaxNode }[] = [];
  const imports: SyntaxNode[] = [];
  const definitions: { name: string; node: SyntaxNode; value: SyntaxNode }[] = [];
  const methods: { name: string; node: SyntaxNode }[] = [];
  const namesOf = (node: SyntaxNode) =>
    evaluate(node).flatMap((meaning) => (meaning.kind === "name" ? [meaning.name] : []));
  const boundTo = (node: SyntaxNode) =>
    (bindings.find(decodeScriptText(textOf(node, source)), node) ?? []).flatMap((value) =>
      value.kind === "node" ? [value.node] : [],
    );
  const isDeclared = (node: SyntaxNode) =>
    bindings.find(decodeScriptText(textOf(node, source)), node) !== null;
  const isFunction = (node: SyntaxNode) =>
    evaluate(node).some((meaning) => meaning.kind === "node" && /function/.test(meaning.node.type));
  // What is not known of a text stands as a star, which no name of a file or a variable holds.
  const spellPartly = (node: SyntaxNode | null | undefined, depth = 0): string | undefined => {
    if (node === null || node === undefined || depth > MAX_DEPTH) return "*";
    const value = foldValue(node);
    if (typeof value === "string" || typeof value === "number") return String(value);
    if (node.type === "template_string")
      return node.children
        .filter(({ isNamed }) => isNamed)
        .map((part) =>
          part.type === "template_substitution"
            ? spellPartly(namedChildrenOf(part)[0], depth + 1)
            : decodeScriptText(textOf(part, source)),
        )
        .join("");
    const isJoined = node.type === "binary_expression" && node.children.some(({ type }) => type === "+");
    return isJoined
      ? `${spellPartly(childOf(node, "left"), depth + 1)}${spellPartly(childOf(node, "right"), depth + 1)}`
      : depth === 0
        ? undefined
        : "*";
  };
  const nameOfKey = (key: SyntaxNode): string => {
    const inner = key.type === "computed_property_name" ? key.children.find(({ isNamed }) => isNamed) : key;
    if (inner === undefined) return "[*]";
    if (inner === key && key.type !== "string") return textOf(key, source);
    const value = foldValue(inner);
    return typeof value === "string" ? value : `[${namesOf(inner)[0] ?? "*"}]`;
  };
  const findDefinition = (node: SyntaxNode): { name: string; value: SyntaxNode } | null => {
    if (node.type === "method_definition") {
      const key = childOf(node, "name");
      return key === null ? null : { name: nameOfKey(key), value: node };
    }
    const isAssigned = node.type === "assignment_expression";
    if (!isAssigned && !/^(pair|field_definition|public_field_definition)$/.test(node.type)) return null;
    const value = childOf(node, isAssigned ? "right" : "value");
    const left =
      childOf(node, isAssigned ? "left" : node.type === "pair" ? "key" : "property") ?? childOf(node, "name");
    if (value === null || left === null) return null;
    if (!isAssigned) return { name: nameOfKey(left), value };
    const index = childOf(left, "index");
    const key = childOf(left, "property") ?? index;
    if (key === null) return null;
    const folded = index === null ? textOf(key, source) : foldValue(key);
    return { name: typeof folded === "string" ? folded : `[${namesOf(key)[0] ?? "*"}]`, value };
  };
  const refer = (node: SyntaxNode, use: NameUse): void => {
    for (const meaning of evaluate(node))
      if (meaning.kind === "name") references.push({ name: meaning.name, origin: meaning.origin, use, node });
    if (memory.isCut(node) && (use === "call" || (use === "write" && node.type !== "identifier")))
      entangled.push(node);
  };

  // Types are gone when the program runs, so that nothing in them counts.
  for (const node of walkTree(source.root, isType)) {
    if (node.type === "import_statement" || node.type === "export_statement") {
      const from = childOf(node, "source");
      const value = from === null ? undefined : foldValue(from);
      if (typeof value !== "string" || node.children.some(({ type }) => type === "type")) continue;
      for (const name of importedNames(node, source, canonicalModule(value)))
        references.push({ name, origin: "import", use: "import", node });
    } else if (nameTypes.has(node.type)) {
      const use = useOf(node);
      // To give a variable of the file another value changes nothing of what it stood for.
      const isOwn = use === "write" && node.type === "identifier" && isDeclared(node);
      if (!isPartOfName(node) && !bindings.isDeclaration(node) && !isOwn) refer(node, use);
    } else if (node.type === "call_expression" || node.type === "new_expression") {
      if (!isPartOfName(node)) refer(node, useOf(node) === "call" ? "call" : "import");
    }
    if (node.type === "member_expression" || node.type === "subscript_expression") {
      const key = childOf(node, "property") ?? childOf(node, "index");
      const name = key?.field === "index" ? foldValue(key) : key && textOf(key, source);
      if (typeof name === "string") members.push({ name, node });
    }
    const definition = findDefinition(node);
    if (definition !== null) definitions.push({ ...definition, node });
    if (node.type === "call_expression") {
      const callee = childOf(node, "function");
      if (callee?.type === "import") imports.push(node);
      const key = callee === null ? null : (childOf(callee, "property") ?? childOf(callee, "index"));
      const name = key?.field === "index" ? foldValue(key) : key && textOf(key, source);
      if (typeof name === "string") methods.push({ name, node });
    }
    if (textTypes.has(node.type)) {
      const value = foldValue(node) ?? spellPartly(node);
      if (typeof value === "string") texts.push({ value, node });
    }
  }
  for (const { node } of bindings.leaves) {
    if (isWithinImport(node)) continue;
    refer(node, "read");
  }
  for (const { name, node } of bindings.assignedGlobals)
    references.push({ name, origin: "global", use: "write", node });
  return {
    source,
    references,
    referencesByName: Map.groupBy(references, ({ name }) => name),
    texts,
    definitions,
    members,
    methods,
    imports,
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

function isType({ type }: SyntaxNode): boolean {
  return (
    type === "type_annotation" ||
    type === "type_arguments" ||
    type === "type_parameters" ||
    type === "interface_declaration" ||
    type === "type_alias_declaration" ||
    type === "ambient_declaration"
  );
}

function importedNames(node: SyntaxNode, source: Source, module: string): readonly string[] {
  const members: string[] = [];
  for (const part of walkTree(node)) {
    if (part.type !== "import_specifier" && part.type !== "export_specifier") continue;
    const name = childOf(part, "name");
    if (name !== null && part.children[0]?.type !== "type")
      members.push(source.text.slice(name.start, name.end).replace(/^["']|["']$/g, ""));
  }
  return [module, ...members.filter((name) => name !== "default").map((name) => `${module}.${name}`)];
}

/** Whether a longer name goes on from this node, which then is no reference of its own. */
function isPartOfName(node: SyntaxNode): boolean {
  const { parent } = node;
  if (parent === null) return false;
  if (parent.type === "import_specifier" || parent.type === "export_specifier") return true;
  return (
    node.field === "object" && (parent.type === "member_expression" || parent.type === "subscript_expression")
  );
}

function useOf(node: SyntaxNode): NameUse {
  let { parent } = node;
  let field = node.field;
  while (
    parent !== null &&
    (parent.type === "parenthesized_expression" || parent.type === "non_null_expression")
  ) {
    ({ field } = parent);
    ({ parent } = parent);
  }
  switch (parent?.type) {
    case "assignment_expression":
    case "augmented_assignment_expression":
      return field === "left" ? "write" : "alias";
    case "update_expression":
      return "write";
    case "unary_expression":
      return parent.children[0]?.type === "delete" ? "write" : "read";
    case "pair_pattern":
    case "array_pattern":
      return "write";
    case "variable_declarator":
    case "assignment_pattern":
    case "object_assignment_pattern":
      return "alias";
    case "call_expression":
      return field === "function" ? "call" : "read";
    case "new_expression":
      return field === "constructor" ? "call" : "read";
    default:
      return "read";
  }
}

function isWithinImport(node: SyntaxNode): boolean {
  for (let above = node.parent; above !== null; above = above.parent)
    if (above.type === "import_statement") return true;
  return false;
}
