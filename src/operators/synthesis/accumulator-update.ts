import { languages } from "../../syntax/language.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import {
  childOf,
  enclosing,
  isWithin,
  namedChildrenOf,
  type SyntaxNode,
  walkTree,
} from "../../syntax/syntax-node.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { functionTypes } from "../scope-types.ts";
import { type Layout, readLayout } from "../statement/layout.ts";
import { isBareBody, placeBefore, placeBehind, statementsIn } from "../statement/place-statement.ts";
import type { TextEdit } from "../text-edit.ts";
import { findChanged } from "./find-changed.ts";
import { listTerms, type Term } from "./list-terms.ts";
import { shareOf } from "./share-of.ts";
import { weighByRank } from "./weigh-by-rank.ts";

const loops = new Set(["for_statement", "for_in_statement", "while_statement", "do_statement"]);
/** Updates tried at one place. */
const MAX_UPDATES = 24;

/**
 * Mends a loop that forgets to go on or to take note: `i += 1`, `count += 1`, `total += item`, `found.push(item)`,
 * `seen.add(item)`, `previous = item`, at the end or the start of its body, or at the end of a branch in it. Variables that
 * the loop never changes come first.
 */
export const accumulatorUpdate: Operator = {
  name: "accumulator-update",
  version: 1,
  prior: 0.4,
  languages,
  isRepairOnly: true,
  *find(node, context): Generator<TextEdit> {
    const loop = enclosing(node, loops);
    if (loop === null || !isInLoop(node, loop)) return;
    const place = findPlace(node, loop);
    if (place === null) return;
    const layout = readLayout(context.source);
    const updates = listUpdates({ loop, node, layout }, context).slice(0, shareOf(MAX_UPDATES, node));
    for (const [at, { text, weight }] of updates.entries()) {
      const lines = [`${text}${layout.end}`];
      const share = weight * place.weight * (0.4 + 0.6 * weighByRank(at));
      const behind = /^(?:break|continue|return|throw|raise)_/.test(node.type)
        ? null
        : placeBehind(node, lines, context.source, layout);
      if (behind !== null) yield { ...behind, summary: `${text} in the loop`, weight: share };
      if (!place.isAlsoBefore) continue;
      const before = placeBefore(node, lines, context.source, layout);
      if (before !== null) yield { ...before, summary: `${text} in the loop`, weight: share * 0.7 };
    }
  },
};

type Update = { readonly text: string; readonly weight: number };

function isInLoop(node: SyntaxNode, loop: SyntaxNode): boolean {
  const owner = enclosing(node, functionTypes);
  return owner === null || owner.start < loop.start;
}

/** The end of the loop's body, or of a branch in it. */
function findPlace(
  node: SyntaxNode,
  loop: SyntaxNode,
): { readonly weight: number; readonly isAlsoBefore: boolean } | null {
  const block = isBareBody(node) ? node : node.parent;
  if (block === null || (block !== node && statementsIn(block).at(-1) !== node)) return null;
  const holder = block.parent;
  if (holder === null || !isWithin(holder, loop)) return null;
  const isOnly = block === node || statementsIn(block).length === 1;
  if (holder === loop) return { weight: 1, isAlsoBefore: isOnly };
  return /^(?:if_statement|elif_clause|else_clause)$/.test(holder.type)
    ? { weight: 0.7, isAlsoBefore: /^(?:break|continue|return)_/.test(node.type) || isOnly }
    : null;
}

function listUpdates(
  { loop, node, layout }: { loop: SyntaxNode; node: SyntaxNode; layout: Layout },
  context: OperatorContext,
): readonly Update[] {
  const { source } = context;
  const terms = listTerms(node, context);
  const items = listItems(loop, terms, source);
  const changed = findChanged(loop, source);
  const tested = readTest(loop, source);
  const updates: Update[] = [];
  for (const term of terms) {
    if (term.kind === "outer" || items.includes(term) || isHead(term, loop, source)) continue;
    const share = (changed.has(term.text) ? 0.35 : 1) * (term.kind === "parameter" ? 0.6 : 1);
    const isTested = new RegExp(`(?<![\\w$.])${quotePattern(term.text)}(?![\\w$])`).test(tested);
    updates.push(
      ...updatesOf(term, items, { isTested, layout }).map(({ text, weight }) => ({
        text,
        weight: weight * share,
      })),
    );
  }
  return updates.toSorted((a, b) => b.weight - a.weight);
}

function updatesOf(
  { text, shape, kind }: Term,
  items: readonly Term[],
  { isTested, layout }: { readonly isTested: boolean; readonly layout: Layout },
): readonly Update[] {
  const one = layout.isPython ? `${text} += 1` : `${text}++`;
  const less = layout.isPython ? `${text} -= 1` : `${text}--`;
  switch (shape) {
    case "number":
    case "unknown":
      return [
        { text: one, weight: (isTested ? 1 : 0.75) * (shape === "number" ? 1 : 0.4) },
        { text: less, weight: (isTested ? 0.7 : 0.3) * (shape === "number" ? 1 : 0.4) },
        ...items.flatMap((item) => [
          { text: `${text} += ${item.text}`, weight: 0.6 * (item.shape === "number" ? 1 : 0.5) },
          { text: `${text} = ${item.text}`, weight: kind === "variable" ? 0.55 : 0.3 },
        ]),
      ];
    case "string":
      return items.flatMap((item) => [
        { text: `${text} += ${item.text}`, weight: 0.7 },
        { text: `${text} = ${item.text}`, weight: 0.5 },
      ]);
    case "list":
      return [
        ...items.map((item) => ({
          text: `${text}.${layout.isPython ? "append" : "push"}(${item.text})`,
          weight: 0.9,
        })),
        ...items.slice(0, 1).map((item) => ({ text: `${text} = ${item.text}`, weight: 0.2 })),
        ...(layout.isPython
          ? [{ text: `${text}.pop()`, weight: 0.25 }]
          : [
              { text: `${text}.pop()`, weight: 0.25 },
              { text: `${text}.shift()`, weight: 0.25 },
            ]),
      ];
    case "set":
      return items.map((item) => ({ text: `${text}.add(${item.text})`, weight: 0.9 }));
    case "map":
    case "object":
      return items.flatMap((item) => keep(text, item, items, { isMap: shape === "map", layout }));
    case "boolean":
      return [
        { text: `${text} = ${layout.isPython ? "True" : "true"}`, weight: 0.6 },
        { text: `${text} = ${layout.isPython ? "False" : "false"}`, weight: 0.6 },
      ];
    case "function":
      return [];
    default:
      return shape satisfies never;
  }
}

function keep(
  map: string,
  item: Term,
  items: readonly Term[],
  { isMap, layout }: { readonly isMap: boolean; readonly layout: Layout },
): readonly Update[] {
  const write = (value: string) =>
    isMap && !layout.isPython ? `${map}.set(${item.text}, ${value})` : `${map}[${item.text}] = ${value}`;
  const read = layout.isPython
    ? `${map}.get(${item.text}, 0) + 1`
    : isMap
      ? `(${map}.get(${item.text}) ?? 0) + 1`
      : `(${map}[${item.text}] ?? 0) + 1`;
  return [
    { text: write(layout.isPython ? "True" : "true"), weight: 0.4 },
    { text: write(read), weight: 0.5 },
    ...items.filter((other) => other !== item).map((other) => ({ text: write(other.text), weight: 0.6 })),
  ];
}

/** What one turn of the loop is about: its own variables, and what its body declares. */
function listItems(loop: SyntaxNode, terms: readonly Term[], source: Source): readonly Term[] {
  const declared = new Set<string>();
  const head = childOf(loop, "left") ?? childOf(loop, "initializer");
  for (const node of head === null ? [] : walkTree(head))
    if (/identifier/.test(node.type)) declared.add(textOf(node, source));
  const body = childOf(loop, "body");
  for (const statement of body === null ? [] : statementsIn(body)) {
    for (const node of namedChildrenOf(statement)) {
      const target = childOf(node, "name") ?? (node.type === "assignment" ? childOf(node, "left") : null);
      if (target !== null && /declarator|^assignment$/.test(node.type)) declared.add(textOf(target, source));
    }
  }
  return terms.filter(({ text }) => declared.has(text)).slice(0, 4);
}

function isHead({ text }: Term, loop: SyntaxNode, source: Source): boolean {
  const head = childOf(loop, "increment");
  return head !== null && textOf(head, source).includes(text);
}

function readTest(loop: SyntaxNode, source: Source): string {
  const test = childOf(loop, "condition");
  return test === null ? "" : textOf(test, source);
}

const quotePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
