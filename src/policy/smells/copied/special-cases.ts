import { childOf, namedChildrenOf, type SyntaxNode, walkTree } from "../../../syntax/syntax-node.ts";
import type { CodeFacts } from "../code/code-facts.ts";
import { findTableRows } from "./find-table-rows.ts";
import { isLiteral, isSpelledOut } from "./is-spelled-out.ts";
import { type Literal, listLiterals, unpack } from "./literal.ts";
import type { SpecialCase } from "./special-case.ts";

const branches = new Set([
  "if_statement",
  "elif_clause",
  "ternary_expression",
  "conditional_expression",
  "switch_case",
  "case_clause",
  "binary_expression",
  "boolean_operator",
]);
const tests =
  /^(equals|includes|startsWith|endsWith|is|has|startswith|endswith|__eq__|localeCompare|get|isEqual)$/;

/**
 * Conditions on values that are spelled out, tables from values to values, and functions that give one value: those of
 * `isAsked` nodes, by default all. Pure.
 */
export function findSpecialCases(
  facts: CodeFacts,
  isAsked: (node: SyntaxNode) => boolean = () => true,
): readonly SpecialCase[] {
  const cases: SpecialCase[] = [];
  // What holds nothing that is asked for is passed over as a whole.
  for (const node of walkTree(facts.source.root, (part) => !isAsked(part))) {
    if (branches.has(node.type)) cases.push(...readBranch(facts, node));
    else if (/^(catch_clause|except_clause)$/.test(node.type)) cases.push(...readHandler(facts, node));
    else if (node.type === "return_statement") cases.push(...readConstant(facts, node));
  }
  return [...cases, ...findTableRows(facts, isAsked)];
}

/** What a handler of errors answers instead. */
function readHandler(facts: CodeFacts, node: SyntaxNode): readonly SpecialCase[] {
  return [...walkTree(node, ({ type }) => /function|lambda/.test(type))].flatMap((inner) => {
    const [value] = inner.type === "return_statement" ? namedChildrenOf(inner) : [];
    if (value === undefined || !isSpelledOut(facts, value)) return [];
    const answered = listLiterals(facts, value);
    return [{ node: inner, asked: [], answered, form: "constant", subject: "catch", isThrown: false }];
  });
}

function readBranch(facts: CodeFacts, node: SyntaxNode): readonly SpecialCase[] {
  const { asked, subject } = readCondition(facts, node);
  if (asked.length === 0) return [];
  const results: SyntaxNode[] = [];
  let isThrown = false;
  for (const part of resultsOf(node)) {
    if (!/(statement|block|body)$/.test(part.type)) results.push(part);
    for (const inner of walkTree(part, ({ type }) => /function|lambda|definition/.test(type))) {
      if (/^(return_statement|yield|yield_expression)$/.test(inner.type))
        results.push(...namedChildrenOf(inner));
      if (/^(throw|raise)_statement$/.test(inner.type)) isThrown = true;
      if (
        /^(assignment|assignment_expression|augmented_assignment|augmented_assignment_expression)$/.test(
          inner.type,
        )
      ) {
        const right = childOf(inner, "right");
        if (right !== null) results.push(right);
      }
    }
  }
  const answered = results.flatMap((result) => listLiterals(facts, result));
  return answered.length > 0 || isThrown
    ? [{ node, asked, answered, form: "condition", subject, isThrown }]
    : [];
}

function resultsOf(node: SyntaxNode): readonly SyntaxNode[] {
  const named = namedChildrenOf(node);
  switch (node.type) {
    case "conditional_expression":
      return [named[0], named[2]].filter((part) => part !== undefined);
    case "switch_case":
      // Cases that share a body stand above it, empty.
      return bodyOfCase(node);
    case "binary_expression":
    case "boolean_operator": {
      const right = childOf(node, "right");
      return right === null ? [] : [right];
    }
    default:
      return node.children.filter(({ field }) => field === "consequence" || field === "alternative");
  }
}

function bodyOfCase(node: SyntaxNode): readonly SyntaxNode[] {
  const own = node.children.filter(({ field }) => field === "body");
  if (own.length > 0) return own;
  const siblings = node.parent?.children ?? [];
  const next = siblings
    .slice(siblings.indexOf(node) + 1)
    .find(({ children }) => children.some(({ field }) => field === "body"));
  return next?.children.filter(({ field }) => field === "body") ?? [];
}

function readCondition(facts: CodeFacts, node: SyntaxNode): { asked: readonly Literal[]; subject: string } {
  const text = (part: SyntaxNode | null | undefined) =>
    part ? facts.source.text.slice(part.start, part.end).replace(/\s/g, "") : "";
  if (node.type === "switch_case" || node.type === "case_clause") {
    const pattern = node.type === "switch_case" ? childOf(node, "value") : namedChildrenOf(node)[0];
    const subject =
      childOf(node.parent?.parent ?? node, "value") ?? childOf(node.parent?.parent ?? node, "subject");
    return {
      asked: pattern ? listLiterals(facts, pattern).flatMap(unpack) : [],
      subject: text(subject).replace(/^\(|\)$/g, ""),
    };
  }
  const isJoined = /^(binary_expression|boolean_operator)$/.test(node.type);
  if (isJoined && !node.children.some(({ type }) => /^(&&|and)$/.test(type)))
    return { asked: [], subject: "" };
  const condition =
    childOf(node, isJoined ? "left" : "condition") ??
    (node.type === "conditional_expression" ? namedChildrenOf(node)[1] : null);
  if (condition === null || condition === undefined) return { asked: [], subject: "" };
  const asked: Literal[] = [];
  let subject = "";
  for (const part of walkTree(condition)) {
    for (const operand of comparedOf(facts, part)) {
      const literals = listLiterals(facts, operand).flatMap(unpack);
      const isSpelled = operand.type !== "identifier" && literals.length > 0 && isLiteral(facts, operand);
      if (isSpelled || (operand.type === "identifier" && facts.foldValue(operand) !== undefined))
        asked.push(...literals);
      else if (subject === "") subject = text(operand);
    }
  }
  return { asked, subject };
}

/** Operands of what compares: `a === b`, `a == b`, `a in b`, `list.includes(a)`, `/text/.test(a)`. */
function comparedOf(facts: CodeFacts, node: SyntaxNode): readonly SyntaxNode[] {
  if (node.type === "binary_expression")
    return node.children.some(({ type }) => /^(={2,3}|!={1,2}|in)$/.test(type))
      ? [childOf(node, "left"), childOf(node, "right")].filter((part) => part !== null)
      : [];
  if (node.type === "comparison_operator")
    return node.children.some(({ type }) => /^(==|!=|in|is|not in|is not)$/.test(type))
      ? namedChildrenOf(node)
      : [];
  if (!/^call/.test(node.type)) return [];
  const callee = childOf(node, "function");
  const key = callee === null ? null : (childOf(callee, "property") ?? childOf(callee, "attribute"));
  if (callee === null || key === null || !tests.test(facts.source.text.slice(key.start, key.end))) return [];
  const object = childOf(callee, "object");
  return [...(object === null ? [] : [object]), ...namedChildrenOf(childOf(node, "arguments") ?? node)];
}

/** A function with parameters whose whole body is one value. */
function readConstant(facts: CodeFacts, node: SyntaxNode): readonly SpecialCase[] {
  const body = node.parent;
  const owner = body?.parent ?? null;
  const [value] = namedChildrenOf(node);
  if (body === null || owner === null || value === undefined || !/function|method/.test(owner.type))
    return [];
  const statements = namedChildrenOf(body).filter(
    ({ type, children }) => type !== "expression_statement" || !/string/.test(children[0]?.type ?? ""),
  );
  const parameters = namedChildrenOf(childOf(owner, "parameters") ?? owner).filter(
    (part) => facts.source.text.slice(part.start, part.end) !== "self",
  );
  if (statements.length !== 1 || parameters.length === 0 || !isSpelledOut(facts, value)) return [];
  const answered = listLiterals(facts, value);
  const name = childOf(owner, "name") ?? childOf(owner.parent ?? owner, "name");
  const subject = name === null ? "" : facts.source.text.slice(name.start, name.end);
  return [{ node, asked: [], answered, form: "constant", subject, isThrown: false }];
}
