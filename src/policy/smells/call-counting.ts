import { childOf, namedChildrenOf, type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";
import type { CodeFacts } from "./code/code-facts.ts";
import { createSmellRule } from "./create-smell-rule.ts";
import { makeSmell } from "./make-smell.ts";
import type { Smell } from "./smell.ts";

const does = "answers by how often it was asked";
const counts = /^(update_expression|augmented_assignment|augmented_assignment_expression)$/;
const functions =
  /^(function_declaration|function_expression|generator_function_declaration|arrow_function|method_definition|function_definition)$/;

export const callCounting = createSmellRule({
  id: "call-counting",
  title: "New counters of a whole module that are compared with fixed numbers",
  explanation:
    "Tests ask in a known order, so code that counts its calls can answer by number. Keep what is counted in an object " +
    "that the caller makes, or name the limit.",
  inTests: "ignored",
  script: [],
  python: [],
  text: {},
  find: findCounters,
});

/** A variable of the module that functions count up, compared with a number that is written down. */
function findCounters(facts: CodeFacts): readonly Smell[] {
  const { root, text } = facts.source;
  const textOf = (node: SyntaxNode) => text.slice(node.start, node.end);
  const moduleNames = new Set(listModuleNames(root).map(textOf));
  const counters = new Set<string>();
  for (const node of walkTree(root)) {
    if (!counts.test(node.type) || !isInFunction(node)) continue;
    const target = childOf(node, "argument") ?? childOf(node, "left");
    const holder = target === null ? null : findHolder(target);
    if (target !== null && holder !== null && moduleNames.has(textOf(holder))) counters.add(textOf(target));
  }
  if (counters.size === 0) return [];
  return [...walkTree(root)].flatMap((node) => {
    if (!/^(binary_expression|comparison_operator)$/.test(node.type) || !isInFunction(node)) return [];
    if (!node.children.some(({ type }) => /^(===?|!==?|<=?|>=?|%|in)$/.test(type))) return [];
    const operands = namedChildrenOf(node);
    const isCounter = operands.some(
      (operand) => counters.has(textOf(operand)) || /^update/.test(operand.type),
    );
    const isFixed = operands.some((operand) => /^(number|integer|list|tuple|set|array)$/.test(operand.type));
    return isCounter && isFixed ? [makeSmell(facts, node, { does })] : [];
  });
}

/** The variable that is counted up, or that holds what is: `calls`, `calls[0]`, `state.calls`. */
function findHolder(target: SyntaxNode): SyntaxNode | null {
  if (target.type === "identifier") return target;
  const holder = childOf(target, "object") ?? childOf(target, "value");
  return holder === null ? null : findHolder(holder);
}

function isInFunction(node: SyntaxNode): boolean {
  for (let at = node.parent; at !== null; at = at.parent) if (functions.test(at.type)) return true;
  return false;
}

/** Names that statements of the module itself declare. */
function listModuleNames(root: SyntaxNode): readonly SyntaxNode[] {
  return namedChildrenOf(root).flatMap((statement) =>
    [...walkTree(statement, ({ type }) => functions.test(type) || /^class/.test(type))].flatMap((node) => {
      const name = node.type === "variable_declarator" ? childOf(node, "name") : childOf(node, "left");
      return name?.type === "identifier" ? [name] : [];
    }),
  );
}
