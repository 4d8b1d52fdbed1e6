import type { Literals } from "./list-literals.ts";
import type { Term } from "./list-terms.ts";

/** One way to ask about one term or two: its text, how usual it is, and the same question asked of plain values. */
export type ConditionShape = {
  readonly text: string;
  readonly weight: number;
  test(...values: readonly unknown[]): boolean | null;
};

/** Below zero and above are asked more often than with zero. */
const signWeights: Readonly<Record<string, number>> = { "<": 0.85, ">": 0.8, "<=": 0.65, ">=": 0.5 };
const isSized = (value: unknown): value is string | readonly unknown[] =>
  typeof value === "string" || Array.isArray(value);
const sizeOf = (value: unknown): number | null => {
  if (isSized(value)) return value.length;
  return typeof value === "object" && value !== null ? Object.keys(value).length : null;
};
const relations: Readonly<Record<string, (a: never, b: never) => boolean>> = {
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};

/** Questions about one term, by its shape. */
export function* soloShapes(
  { text, shape }: Term,
  literals: Literals,
  isPython: boolean,
): Generator<ConditionShape> {
  const equals = isPython ? "==" : "===";
  const differs = isPython ? "!=" : "!==";
  if (shape === "number" || shape === "unknown") {
    const share = shape === "number" ? 1 : 0.45;
    const numbers = [...new Set(["0", "1", ...literals.numbers])].slice(0, 7);
    for (const number of numbers) {
      const value = Number(number);
      if (Number.isNaN(value)) continue;
      const near = (number === "0" ? 1 : number === "1" ? 0.7 : 0.6) * share;
      yield { text: `${text} ${equals} ${number}`, weight: near, test: (x) => x === value };
      yield { text: `${text} ${differs} ${number}`, weight: near * 0.95, test: (x) => x !== value };
      for (const [sign, holds] of Object.entries(relations)) {
        const weight = near * (number === "0" ? (signWeights[sign] ?? 0.6) : 0.6);
        yield {
          text: `${text} ${sign} ${number}`,
          weight,
          test: (x) => (typeof x === "number" ? holds(x as never, value as never) : null),
        };
      }
    }
    const divisors = new Set(["2", ...literals.numbers]);
    for (const divisor of [...divisors].slice(0, 4)) {
      const by = Number(divisor);
      if (by <= 1 || !Number.isInteger(by)) continue;
      const rest = (x: unknown) => (typeof x === "number" ? x % by : null);
      yield {
        text: `${text} % ${divisor} ${equals} 0`,
        weight: 0.3 * share,
        test: (x) => toTest(rest(x), (left) => left === 0),
      };
      yield {
        text: `${text} % ${divisor} ${differs} 0`,
        weight: 0.3 * share,
        test: (x) => toTest(rest(x), (left) => left !== 0),
      };
    }
  }
  if (shape === "string" || shape === "unknown") {
    const share = shape === "string" ? 1 : 0.4;
    for (const literal of literals.strings) {
      const value = readString(literal);
      yield {
        text: `${text} ${equals} ${literal}`,
        weight: 0.75 * share,
        test: (x) => (value === null ? null : x === value),
      };
      yield {
        text: `${text} ${differs} ${literal}`,
        weight: 0.7 * share,
        test: (x) => (value === null ? null : x !== value),
      };
    }
    if (shape === "string" && !isPython)
      yield { text: `${text} === ""`, weight: 0.85, test: (x) => x === "" };
  }
  yield* emptiness(text, shape, isPython);
  yield* presence(text, shape, isPython);
}

function* emptiness(text: string, shape: Term["shape"], isPython: boolean): Generator<ConditionShape> {
  if (shape === "list" || shape === "string" || (isPython && shape !== "number" && shape !== "function")) {
    const share = shape === "unknown" || shape === "object" ? 0.6 : 1;
    const [empty, filled] = isPython ? [`not ${text}`, text] : [`${text}.length === 0`, `${text}.length > 0`];
    const size = isPython ? `len(${text})` : `${text}.length`;
    const equals = isPython ? "==" : "===";
    if (shape !== "string" || isPython)
      yield { text: empty, weight: 1 * share, test: (x) => toTest(sizeOf(x), (n) => n === 0) };
    yield { text: filled, weight: 0.9 * share, test: (x) => toTest(sizeOf(x), (n) => n > 0) };
    yield {
      text: `${size} ${equals} 1`,
      weight: 0.4 * share,
      test: (x) => toTest(sizeOf(x), (n) => n === 1),
    };
    yield { text: `${size} < 2`, weight: 0.3 * share, test: (x) => toTest(sizeOf(x), (n) => n < 2) };
    yield { text: `${size} > 1`, weight: 0.3 * share, test: (x) => toTest(sizeOf(x), (n) => n > 1) };
  }
  if (!isPython && (shape === "map" || shape === "set")) {
    yield { text: `${text}.size === 0`, weight: 0.6, test: () => null };
    yield { text: `${text}.size > 0`, weight: 0.55, test: () => null };
  }
}

function* presence(text: string, shape: Term["shape"], isPython: boolean): Generator<ConditionShape> {
  const share = shape === "object" || shape === "unknown" ? 1 : shape === "boolean" ? 0 : 0.55;
  if (share > 0) {
    const isMissing = (x: unknown) => x === null || x === undefined;
    yield { text: isPython ? `${text} is None` : `${text} == null`, weight: 0.85 * share, test: isMissing };
    yield {
      text: isPython ? `${text} is not None` : `${text} != null`,
      weight: 0.85 * share,
      test: (x) => !isMissing(x),
    };
    if (!isPython) yield { text: `${text} === undefined`, weight: 0.5 * share, test: (x) => x === undefined };
  }
  if (isPython && shape !== "boolean") return;
  const truth = shape === "boolean" ? 1 : shape === "list" || shape === "number" ? 0.2 : 0.55;
  yield { text: isPython ? `not ${text}` : `!${text}`, weight: 0.9 * truth, test: (x) => !x };
  yield { text, weight: 0.85 * truth, test: Boolean };
}

/** Questions about two terms, by their shapes. */
export function* pairShapes(left: Term, right: Term, isPython: boolean): Generator<ConditionShape> {
  const [a, b] = [left.shape, right.shape];
  const equals = isPython ? "==" : "===";
  const differs = isPython ? "!=" : "!==";
  const canBe = (shape: Term["shape"], wanted: Term["shape"]) => shape === wanted || shape === "unknown";
  if (canBe(a, "number") && canBe(b, "number")) {
    const share = (a === "number" ? 1 : 0.75) * (b === "number" ? 1 : 0.75);
    for (const [sign, holds] of Object.entries(relations)) {
      yield {
        text: `${left.text} ${sign} ${right.text}`,
        weight: 0.8 * share,
        test: (x, y) =>
          typeof x === "number" && typeof y === "number" ? holds(x as never, y as never) : null,
      };
    }
  }
  if (a === b || a === "unknown" || b === "unknown") {
    const share = a === b && a !== "list" && a !== "object" ? 0.6 : 0.3;
    const isPlain = (x: unknown) => typeof x !== "object" || x === null;
    yield {
      text: `${left.text} ${equals} ${right.text}`,
      weight: share,
      test: (x, y) => (isPlain(x) && isPlain(y) ? x === y : null),
    };
    yield {
      text: `${left.text} ${differs} ${right.text}`,
      weight: share * 0.8,
      test: (x, y) => (isPlain(x) && isPlain(y) ? x !== y : null),
    };
  }
  for (const shape of containment(left, right, isPython)) yield shape;
  for (const shape of containment(right, left, isPython)) {
    yield { ...shape, test: (x, y) => shape.test(y, x) };
  }
}

/** Whether one term holds the other, or reaches it as an index; the test takes the holder first. */
function* containment(holder: Term, item: Term, isPython: boolean): Generator<ConditionShape> {
  const { shape } = holder;
  if (shape !== "list" && shape !== "set" && shape !== "map" && shape !== "string") return;
  if (item.shape === "map" || item.shape === "set" || item.shape === "function") return;
  const size = isPython ? `len(${holder.text})` : `${holder.text}.length`;
  const isOpaque = shape === "map" || shape === "set";
  if (!isOpaque && item.shape === shape) {
    const sizes = (all: unknown, one: unknown, test: (a: number, b: number) => boolean) =>
      isSized(all) && isSized(one) ? test(all.length, one.length) : null;
    const other = isPython ? `len(${item.text})` : `${item.text}.length`;
    const differs = isPython ? "!=" : "!==";
    yield {
      text: `${size} ${differs} ${other}`,
      weight: 0.4,
      test: (x, y) => sizes(x, y, (a, b) => a !== b),
    };
    yield { text: `${size} < ${other}`, weight: 0.3, test: (x, y) => sizes(x, y, (a, b) => a < b) };
    yield { text: `${size} > ${other}`, weight: 0.3, test: (x, y) => sizes(x, y, (a, b) => a > b) };
  }
  if (item.shape === "list") return;
  const holds = (all: unknown, one: unknown) => {
    if (isSized(all)) return all.includes(one as never);
    return isPython && typeof all === "object" && all !== null ? String(one) in all : null;
  };
  const lacks = (all: unknown, one: unknown) => {
    const held = holds(all, one);
    return held === null ? null : !held;
  };
  const call = isOpaque ? "has" : "includes";
  const [within, without] = isPython
    ? [`${item.text} in ${holder.text}`, `${item.text} not in ${holder.text}`]
    : [`${holder.text}.${call}(${item.text})`, `!${holder.text}.${call}(${item.text})`];
  const weight = item.shape === "number" && !isOpaque ? 0.3 : 0.55;
  yield { text: within, weight, test: holds };
  yield { text: without, weight, test: lacks };
  if (item.shape !== "number" || isOpaque) return;
  const reaches = (all: unknown, one: unknown, test: (index: number, size: number) => boolean) =>
    isSized(all) && typeof one === "number" ? test(one, all.length) : null;
  for (const [sign, weight] of [
    [">=", 0.75],
    ["<", 0.75],
    [">", 0.35],
    ["<=", 0.2],
    [isPython ? "==" : "===", 0.35],
  ] as const) {
    const test = relations[sign] ?? ((a: unknown, b: unknown) => a === b);
    yield {
      text: `${item.text} ${sign} ${size}`,
      weight,
      test: (x, y) => reaches(x, y, (index, count) => test(index as never, count as never)),
    };
  }
}

function toTest(size: number | null, test: (size: number) => boolean): boolean | null {
  return size === null ? null : test(size);
}

function readString(literal: string): string | null {
  const body = literal.slice(1, -1);
  return /[\\]/.test(body) || literal.startsWith("f") ? null : body;
}
