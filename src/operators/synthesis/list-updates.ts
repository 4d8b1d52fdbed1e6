import type { Source } from "../../syntax/source.ts";
import { enclosing, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { OperatorContext } from "../operator.ts";
import { rememberByNode } from "../remember-by-node.ts";
import { functionTypes } from "../scope-types.ts";
import { type Layout, readLayout } from "../statement/layout.ts";
import { findChanged } from "./find-changed.ts";
import { listTerms, type Term } from "./list-terms.ts";
import { rememberInContext } from "./remember-in-context.ts";

const updatesAt = rememberInContext(findUpdates);
const changedIn = rememberByNode((code, source: Source) => findChanged(code, source));
/** Taking out is no sign that anything was put in. */
const filling = /^(?:push|unshift|append|appendleft|extend|insert|add|set|setdefault|update|fill)$/;
const filledIn = rememberByNode((code, source: Source) => findChanged(code, source, filling));

/** A statement without its end that takes note of something. */
export type Update = { readonly text: string; readonly weight: number };

/**
 * What a statement at this node could take note of, the likeliest first: what is made in the function and never changed
 * comes first, and values that nothing reads. Pure.
 */
export function listUpdates(node: SyntaxNode, context: OperatorContext): readonly Update[] {
  return updatesAt(node, context);
}

function findUpdates(node: SyntaxNode, context: OperatorContext): readonly Update[] {
  const owner = enclosing(node, functionTypes);
  if (owner === null) return [];
  const layout = readLayout(context.source);
  const changed = changedIn(owner, context.source);
  const terms = listTerms(node, context);
  const values = terms.filter(({ text, kind }) => kind !== "outer" && !/^(?:this|self)\./.test(text));
  const found = terms
    .filter(({ isItem }) => !isItem)
    .flatMap((term) => {
      // What is made in the function and never changed waits for something.
      const around = filledIn(term.kind === "outer" ? context.source.root : owner, context.source);
      const isWaiting = !around.has(term.text) && (term.kind === "variable" || term.kind === "outer");
      const share = isWaiting ? 1 : term.kind === "member" ? 0.6 : changed.has(term.text) ? 0.45 : 0.25;
      return updatesOf(term, values, changed, layout).map(({ text, weight }) => ({
        text,
        weight: weight * share,
      }));
    });
  return found.toSorted((a, b) => b.weight - a.weight);
}

function updatesOf(
  target: Term,
  values: readonly Term[],
  changed: ReadonlySet<string>,
  { isPython }: Layout,
): readonly Update[] {
  const { text, shape, kind } = target;
  const others = values.filter((value) => value.text !== text && value.shape !== "function");
  const keep = (call: string, share: number) =>
    others.map((value) => ({ text: `${text}.${call}(${value.text})`, weight: value.weight * share }));
  switch (shape) {
    case "list":
      return [
        ...keep(isPython ? "append" : "push", 0.9),
        { text: `${text}.sort()`, weight: 0.3 },
        { text: `${text}.pop()`, weight: 0.2 },
        ...(kind === "parameter" && changed.has(text)
          ? [{ text: `${text} = ${isPython ? `list(${text})` : `[...${text}]`}`, weight: 1 }]
          : []),
      ];
    case "set":
      return keep("add", 0.9);
    case "map":
    case "object":
      return [
        ...setEntries(target, others, isPython),
        ...countEntries(target, others, isPython),
        ...(kind === "parameter" && changed.has(text)
          ? [{ text: `${text} = ${isPython ? `dict(${text})` : `{ ...${text} }`}`, weight: 1 }]
          : []),
      ];
    case "number":
      return [
        { text: `${text} += 1`, weight: 0.7 },
        { text: `${text} -= 1`, weight: 0.6 },
        ...assign(target, others, 0.5),
      ];
    case "boolean":
      return [
        { text: `${text} = ${isPython ? "True" : "true"}`, weight: 0.7 },
        { text: `${text} = ${isPython ? "False" : "false"}`, weight: 0.7 },
      ];
    case "string":
    case "unknown":
      return assign(target, others, 0.5);
    case "function":
      return [];
    default:
      return shape satisfies never;
  }
}

/** An entry of two values in scope, the key first. */
function setEntries({ text, shape }: Term, others: readonly Term[], isPython: boolean): readonly Update[] {
  const isMap = shape === "map" && !isPython;
  return others.slice(0, 4).flatMap((key) =>
    key.shape === "list" || key.shape === "object"
      ? []
      : others.slice(0, 4).flatMap((value) => {
          if (value === key) return [];
          const write = isMap
            ? `${text}.set(${key.text}, ${value.text})`
            : `${text}[${key.text}] = ${value.text}`;
          return [{ text: write, weight: 0.8 * key.weight * value.weight }];
        }),
  );
}

/** One more for a value. */
function countEntries({ text, shape }: Term, others: readonly Term[], isPython: boolean): readonly Update[] {
  return others
    .filter((key) => key.shape !== "list" && key.shape !== "object")
    .slice(0, 3)
    .map((key) => {
      const name = key.text;
      const entry = `${text}[${name}]`;
      const line = isPython
        ? `${entry} = ${text}.get(${name}, 0) + 1`
        : shape === "map"
          ? `${text}.set(${name}, (${text}.get(${name}) ?? 0) + 1)`
          : `${entry} = (${entry} ?? 0) + 1`;
      return { text: line, weight: 0.6 * key.weight };
    });
}

/** A member or variable takes over a value that nobody reads yet, or one of its own kind. */
function assign(target: Term, others: readonly Term[], share: number): readonly Update[] {
  if (target.kind !== "member" && target.kind !== "variable") return [];
  return others
    .filter(({ shape }) => shape === target.shape || shape === "unknown")
    .slice(0, 4)
    .map((value) => ({ text: `${target.text} = ${value.text}`, weight: value.weight * share }));
}
