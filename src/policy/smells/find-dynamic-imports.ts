import { childOf, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { CodeFacts } from "./code/code-facts.ts";
import { makeSmell } from "./make-smell.ts";
import type { Smell } from "./smell.ts";

const does = "imports what it does not name";
const requires = new Set([
  "require",
  "module.require",
  "process.getBuiltinModule",
  "process.mainModule.require",
  "module._load",
  "module.Module._load",
  "__import__",
  "importlib.import_module",
  "importlib.__import__",
]);

/** Imports whose module is put together while the program runs, or lies outside of what a package names. Pure. */
export function findDynamicImports(facts: CodeFacts): readonly Smell[] {
  const called = facts.references.flatMap(({ name, use, node }) => {
    const call = callOf(node);
    return requires.has(name) && use === "call" && call !== null ? explain(facts, call) : [];
  });
  const imported = facts.imports.flatMap((call) => explain(facts, call));
  const written = facts.texts.flatMap(({ value, node }) =>
    node.parent?.type === "import_statement" || node.parent?.type === "export_statement"
      ? strangeModule(facts, value, node)
      : [],
  );
  return [...called, ...imported, ...written];
}

function callOf(node: SyntaxNode): SyntaxNode | null {
  let { parent } = node;
  while (parent?.type === "parenthesized_expression") ({ parent } = parent);
  return parent !== null && /^call/.test(parent.type) ? parent : null;
}

function explain(facts: CodeFacts, call: SyntaxNode): readonly Smell[] {
  const given = namedChildrenOf(childOf(call, "arguments") ?? call)[0];
  const value = given === undefined ? undefined : facts.foldValue(given);
  if (typeof value !== "string")
    return [makeSmell(facts, call, { does: `${does} (the module is computed)`, kind: does })];
  return strangeModule(facts, value, call);
}

function strangeModule(facts: CodeFacts, value: string, node: SyntaxNode): readonly Smell[] {
  return /^(data|blob|file|https?):|^\/|(^|\/)node_modules\//.test(value)
    ? [makeSmell(facts, node, { does: `${does} (${value.slice(0, 60)})`, kind: does })]
    : [];
}
