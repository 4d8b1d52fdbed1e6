import { childOf, namedChildrenOf, type SyntaxNode } from "../../../syntax/syntax-node.ts";
import type { CodeFacts, KnownValue } from "../code/code-facts.ts";

/** A plain value that code or a test spells out. */
export type Literal = string | number | boolean | null;

/** How much it tells that a value stands in a source and in a test: 0 nothing, 1 something, 2 it is no accident. */
export type Weight = 0 | 1 | 2;

/** Names of names that are followed. */
const MAX_HOPS = 4;
/** Values of one expression; more are data. */
const MAX_VALUES = 400;
const usual = new Set(
  [
    3, 4, 5, 7, 8, 12, 15, 16, 20, 24, 28, 29, 30, 31, 32, 50, 52, 60, 64, 90, 99, 128, 180, 200, 255, 256,
    360, 365, 366,
  ].concat([
    400, 401, 403, 404, 409, 422, 429, 500, 502, 503, 512, 1024, 1440, 2048, 3600, 4096, 65535, 86400,
  ]),
);

/** How telling a value is. Words are what programs compare with every day; dates, phrases and odd numbers are not. */
export function weigh(value: Literal): Weight {
  if (value === null || typeof value === "boolean") return 0;
  if (typeof value === "number") {
    const size = Math.abs(value);
    if (!Number.isFinite(size) || size <= 2 || /^10*$/.test(String(size)) || size === 0.5) return 0;
    if (usual.has(size)) return 1;
    return (Number.isInteger(size) && size < 1000) || size % 100 === 0 ? 1 : 2;
  }
  const text = value.trim();
  if (text.length < 2 || /^[^\p{L}\p{N}]{1,3}$/u.test(text)) return 0;
  if (/^-?\d+$/.test(text)) return 1;
  return /^[A-Za-z_$@#.][\w./+#@$-]*$/.test(text) ? 1 : 2;
}

/** Values that an expression spells out, through names of the same file; keys of records are left out. Bounded. */
export function listLiterals(facts: CodeFacts, node: SyntaxNode): readonly Literal[] {
  const found: Literal[] = [];
  collect(node, 0, { facts, found, followed: new Set() });
  return found;
}

type Search = {
  readonly facts: CodeFacts;
  readonly found: Literal[];
  /** What names stood for that were met before. */
  readonly followed: Set<SyntaxNode>;
};

function collect(node: SyntaxNode, hops: number, search: Search): void {
  const { facts, found, followed } = search;
  if (hops > MAX_HOPS || found.length > MAX_VALUES) return;
  const value = facts.foldValue(node);
  if (value !== undefined) {
    for (const one of flatten(value)) found.push(one);
    return;
  }
  const next = (part: SyntaxNode | null) => part !== null && collect(part, hops, search);
  switch (node.type) {
    case "function_declaration":
    case "function_definition":
    case "comment":
    case "type_annotation":
    case "type":
    case "arrow_function":
    case "lambda":
      return;
    case "identifier":
      for (const bound of facts.boundTo(node).slice(0, MAX_HOPS)) {
        if (followed.has(bound)) continue;
        followed.add(bound);
        collect(bound, hops + 1, search);
      }
      return;
    case "pair":
      next(childOf(node, "value"));
      return;
    case "call_expression":
    case "call":
      next(childOf(childOf(node, "function") ?? node, "object"));
      next(childOf(node, "arguments"));
      return;
    default:
      for (const child of namedChildrenOf(node)) next(child);
  }
}

/** The values of a text that holds others as JSON or with marks between them, and the text itself. */
export function unpack(value: Literal): readonly Literal[] {
  if (typeof value !== "string" || value.length > 2_000) return [value];
  if (/^[[{"]/.test(value.trim())) {
    const parsed = parseJson(value);
    if (parsed !== null) return parsed;
  }
  if (/^-?\d+(\.\d+)?$/.test(value)) return [value, Number(value)];
  if (!/["'|,;]/.test(value)) return [value];
  const parts = [...value.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'|(-?\d+(?:\.\d+)?)/g)];
  return [value, ...parts.map(([, double, single, number]) => double ?? single ?? Number(number))];
}

function parseJson(text: string): readonly Literal[] | null {
  try {
    return flattenJson(JSON.parse(text));
  } catch {
    return null;
  }
}

/** All plain values of a value. Pure. */
export function flatten(value: KnownValue): readonly Literal[] {
  return Array.isArray(value) ? value.flatMap(flatten) : [value as Literal];
}

function flattenJson(value: unknown): readonly Literal[] {
  if (Array.isArray(value)) return value.flatMap(flattenJson);
  if (value !== null && typeof value === "object") return Object.values(value).flatMap(flattenJson);
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? [value] : [];
}
