import type { SyntaxNode } from "../../syntax/syntax-node.ts";
import type { OperatorContext } from "../operator.ts";
import { type Condition, readTerm } from "./condition.ts";
import { type ConditionShape, pairShapes, soloShapes } from "./condition-shapes.ts";
import { listFileConditions } from "./list-file-conditions.ts";
import { listLiterals } from "./list-literals.ts";
import { listTerms, type Term } from "./list-terms.ts";
import { rememberInContext } from "./remember-in-context.ts";
import { weighBySight } from "./weigh-by-sight.ts";

/** Conditions of one place that are weighed, whatever they are for. */
const MAX_KNOWN = 700;
/** Conditions kept for one place. */
const MAX_CONDITIONS = 120;
/** What a condition is worth that is of the other kind than the one preferred. */
const UNPREFERRED = 0.7;
/** Asks for the odd value: zero, empty, missing, below zero; its opposites hold for the usual ones. */
const special = /(?<![!<>])===? |^not |^!|is None$|<=? 0$/;

const conditionsAt = rememberInContext(findConditions);

/** What conditions are for. */
export type ConditionUse = {
  /** A guard is mostly about special values, what narrows mostly lets the usual ones through; default: no difference. */
  readonly preferred?: "special" | "usual";
  /** Whether something is to be done less often, as what is wrapped in the condition; default: more often. */
  readonly isNarrowing?: boolean;
};

/**
 * Small conditions over what a place may read, the likeliest first: terms against literals of the failing tests and of
 * the file, against each other, asked whether they are empty, missing or contained, and what the file asks elsewhere.
 * Where the states of runs were seen, a condition that is the same in all of them cannot matter and is left out; one
 * that makes a difference in failing runs and none in passing ones comes first. Pure.
 */
export function listConditions(
  node: SyntaxNode,
  context: OperatorContext,
  { preferred, isNarrowing = false }: ConditionUse = {},
): readonly Condition[] {
  const found = conditionsAt(node, context);
  const states = context.states?.(node) ?? [];
  const weighed = found.flatMap((condition) => {
    const isOpen = preferred === undefined || condition.terms.length > 1;
    const isUnpreferred = !isOpen && special.test(condition.text) !== (preferred === "special");
    const weight = condition.weight * (isUnpreferred ? UNPREFERRED : 1);
    return weighBySight({ ...condition, weight }, states, isNarrowing);
  });
  const best = new Map<string, Condition>();
  for (const condition of weighed.toSorted((a, b) => b.weight - a.weight)) {
    if (!best.has(condition.text)) best.set(condition.text, condition);
  }
  return [...best.values()].slice(0, MAX_CONDITIONS);
}

function findConditions(node: SyntaxNode, context: OperatorContext): readonly Condition[] {
  const terms = listTerms(node, context);
  const isPython = context.source.language === "python";
  const literals = listLiterals(context);
  const found: Condition[] = [];
  for (const term of terms) {
    for (const shape of soloShapes(term, literals, isPython)) found.push(toCondition(shape, [term]));
  }
  found.push(...listFileConditions(node, context));
  const inOrder = terms.toSorted((a, b) => a.declaredAt - b.declaredAt);
  for (const [at, left] of inOrder.entries()) {
    for (const right of inOrder.slice(at + 1)) {
      const likeness = context.names.similarity(left.text, right.text);
      for (const shape of pairShapes(left, right, isPython)) {
        found.push(toCondition({ ...shape, weight: shape.weight * (0.85 + 0.15 * likeness) }, [left, right]));
      }
    }
  }
  return found.toSorted((a, b) => b.weight - a.weight).slice(0, MAX_KNOWN);
}

function toCondition({ text, weight, test }: ConditionShape, terms: readonly Term[]): Condition {
  const names = terms.map((term) => term.text);
  const share = terms.reduce((product, term) => product * term.weight, 1) ** (1 / terms.length);
  return {
    text,
    terms: names,
    weight: Math.min(1, weight * share),
    holdsIn(state) {
      const values = names.map((name) => readTerm(name, state));
      if (!values.every((known) => known.isKnown)) return null;
      try {
        return test(...values.map(({ value }) => value));
      } catch {
        // Of an object without a prototype nothing can be asked that asks for its text; the program could not, either.
        return null;
      }
    },
  };
}
