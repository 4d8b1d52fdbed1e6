import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { statementsIn } from "../statement/place-statement.ts";
import { listResults } from "../synthesis/list-results.ts";
import type { TextEdit } from "../text-edit.ts";
import { joinEdits } from "./join-edits.ts";

const relations: Readonly<Record<string, readonly string[]>> = {
  "<": ["<=", ">", ">="],
  "<=": ["<", ">", ">="],
  ">": [">=", "<", "<="],
  ">=": [">", "<", "<="],
  "===": ["!==", "<=", ">="],
  "==": ["!=", "<=", ">="],
  "!==": ["==="],
  "!=": ["=="],
};

/** Mends a guard that is wrong twice: `if (n < 1) return 0` for `if (n <= 1) return 1`, its comparison and its result. */
export const guardedResult: Operator = {
  name: "guarded-result",
  version: 1,
  prior: 0.2,
  languages,
  *find(node, context): Generator<TextEdit> {
    if (node.type !== "if_statement") return;
    const { source } = context;
    const result = findResult(node);
    const sign = findSign(node);
    if (result === null || sign === null) return;
    const own = textOf(result, source);
    const results = listResults(result, context).filter(({ text }) => text !== own);
    for (const [at, other] of (relations[sign.type] ?? []).entries()) {
      for (const { text, weight } of results.slice(0, 5)) {
        const joined = joinEdits(
          [
            { start: sign.start, end: sign.end, replacement: other },
            { start: result.start, end: result.end, replacement: text },
          ],
          source,
        );
        const summary = `compare with ${other} and return ${text}`;
        if (joined !== null) yield { ...joined, summary, weight: weight / (1 + at) };
      }
    }
  },
};

/** The value that the guard returns, where that is all it does. */
function findResult(node: SyntaxNode): SyntaxNode | null {
  const then = childOf(node, "consequence");
  if (then === null) return null;
  const statements = /block$/.test(then.type) ? statementsIn(then) : [then];
  const [only] = statements;
  if (statements.length !== 1 || only?.type !== "return_statement") return null;
  return namedChildrenOf(only)[0] ?? null;
}

function findSign(node: SyntaxNode): SyntaxNode | null {
  const holder = childOf(node, "condition");
  const condition = holder?.type === "parenthesized_expression" ? namedChildrenOf(holder)[0] : holder;
  if (!/^(?:binary_expression|comparison_operator)$/.test(condition?.type ?? "")) return null;
  return condition?.children.find(({ isNamed, type }) => !isNamed && type in relations) ?? null;
}
