import type { SyntaxNode } from "../../syntax/syntax-node.ts";
import type { OperatorContext } from "../operator.ts";
import { type Condition, readTerm } from "./condition.ts";
import { type ConditionShape, pairShapes, soloShapes } from "./condition-shapes.ts";
import { listFileConditions } from "./list-file-conditions.ts";
import { listLiterals } from "./list-literals.ts";
import { listTerms, type Term } from "./list-terms.ts";

/** Conditions kept for one place. */
const MAX_CONDITIONS = 120;
/** What a condition is worth that is of the other kind than the one preferred. */
const UNPREFERRED = 0.7;
/** Asks for the odd value: zero, empty, missing, below zero; its opposites hold for the usual ones. */
const special = /(?<![!<>])===? |^not |^!|is None$|<=? 0$/;
/** What a condition is worth that was never seen to hold in a failing run, or held whenever one passed. */
const UNHELPFUL = 0.15;

/**
 * Small conditions over what a place may read, the likeliest first: terms against literals of the failing tests and of
 * the file, against each other, asked whether they are empty, missing or contained, and what the file asks elsewhere. Where the states of runs were
 * seen, a condition that is the same in all of them cannot matter and is left out; one that holds in failing runs alone
 * comes first. A guard prefers what holds for special values, what narrows a condition what holds for usual ones. Pure.
 */
export function listConditions(
  node: SyntaxNode,
  context: OperatorContext,
  preferred: "special" | "usual" | null = null,
): readonly Condition[] {
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
  const states = context.states?.(node) ?? [];
  const weighed = found.flatMap((condition) => {
    const isOpen = preferred === null || condition.terms.length > 1;
    const isUnpreferred = !isOpen && special.test(condition.text) !== (preferred === "special");
    const weight = condition.weight * (isUnpreferred ? UNPREFERRED : 1);
    return weighBySight({ ...condition, weight }, states);
  });
  const best = new Map<string, Condition>();
  for (const condition of weighed.toSorted((a, b) => b.weight - a.weight)) {
    if (!best.has(condition.text)) best.set(condition.text, condition);
  }
  return [...best.values()].slice(0, MAX_CONDITIONS);
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
      return test(...values.map(({ value }) => value));
    },
  };
}

/** What a condition is worth by the states that were seen: nothing where it never differs. */
function weighBySight(
  condition: Condition,
  states: NonNullable<ReturnType<NonNullable<OperatorContext["states"]>>>,
): readonly Condition[] {
  if (states.length < 2) return [condition];
  const failing = { held: 0, missed: 0 };
  const passing = { held: 0, missed: 0 };
  for (const state of states) {
    const holds = condition.holdsIn(state);
    if (holds === null) return [condition];
    const side = state.isFailing ? failing : passing;
    side[holds ? "held" : "missed"] += 1;
  }
  if (failing.held + passing.held === 0) return [];
  if (failing.missed + passing.missed === 0) return [];
  if (failing.held === 0) return [{ ...condition, weight: condition.weight * UNHELPFUL }];
  const passed = passing.held + passing.missed;
  const spared = passed === 0 ? 0.5 : passing.missed / passed;
  return [{ ...condition, weight: Math.min(1, condition.weight * (0.4 + spared)) }];
}
