import type { Assertion } from "./assertion.ts";

/** From strict to lax: what passes a matcher passes those after it, given the same arguments. */
const ladders: readonly (readonly string[])[] = [
  ["toBe", "toStrictEqual", "toEqual", "toMatchObject", "toBeTruthy", "toBeDefined"],
  ["toBe", "toStrictEqual", "toEqual", "toContain", "toContainEqual", "toHaveLength", "toBeInstanceOf"],
  ["toHaveBeenCalledExactlyOnceWith", "toHaveBeenCalledWith", "toHaveBeenCalled", "toBeDefined"],
  ["toHaveBeenCalledTimes", "toHaveBeenCalled"],
  ["toThrowErrorMatchingInlineSnapshot", "toThrowError"],
  ["strictEqual", "equal", "ok", "true"],
  ["deepStrictEqual", "deepEqual", "partialDeepStrictEqual", "ok"],
  ["strictSame", "same", "ok"],
  ["is", "equal", "ok"],
  ["strict.equal", "equal"],
  ["strict.deepEqual", "deepEqual"],
  ["eql", "equals", "ok", "exist"],
  ["assertIs", "assertEqual", "assertAlmostEqual", "assertIn", "assertIsNotNone", "assertTrue"],
  ["assertListEqual", "assertEqual", "assertCountEqual", "assertIn", "assertTrue"],
  ["assertDictEqual", "assertEqual", "assertIn", "assertTrue"],
  ["assertRaisesRegex", "assertRaises"],
  ["is", "==", "in", "is not", "not in", ""],
  ["==", "<=", ">=", "!=", ""],
  ["equal", "include", "ok", "exist"],
];

/** Whether `after` lets more pass than `before` does, by the names of their matchers alone. Pure. */
export function isWeakerMatcher(before: string, after: string): boolean {
  return ladders.some((ladder) => {
    const [was, is] = [ladder.indexOf(before), ladder.indexOf(after)];
    return was !== -1 && is > was;
  });
}

/** Stricter twins that a linter's fix or a careful hand puts in place: same arguments, fewer values pass. */
const stricter: ReadonlySet<string> = new Set([
  "toEqual>toStrictEqual",
  "toEqual>toBe",
  "toStrictEqual>toBe",
  "toMatchObject>toEqual",
  "toMatchObject>toStrictEqual",
  "equal>strictEqual",
  "equals>strictEqual",
  "deepEqual>deepStrictEqual",
  "same>strictSame",
  "assertEqual>assertIs",
  "toBeTruthy>toBe true",
  "toBeFalsy>toBe false",
]);

/** Matchers that may be given what to expect besides. */
const widened = new Set(["toThrow", "toThrowError", "throws", "rejects", "raises", "throw"]);

/**
 * Whether `after` demands all that `before` does and more, of the same thing: a stricter matcher with the same arguments,
 * an error that is looked at, a finer tolerance. A negated assertion has no order here. Pure.
 */
export function isStricter(before: Assertion, after: Assertion): boolean {
  const isSame =
    before.style === after.style &&
    before.subject === after.subject &&
    before.modifiers.join() === after.modifiers.join();
  if (!isSame || before.modifiers.some((word) => word !== "resolves" && word !== "rejects")) return false;
  const [was, is] = [before.expected.join("\n"), after.expected.join("\n")];
  const step = `${before.matcher}>${after.matcher}`;
  if (was === is && stricter.has(step)) return true;
  if (before.expected.length === 0 && stricter.has(`${step} ${is}`)) return true;
  if (before.matcher !== after.matcher) return false;
  if (widened.has(before.matcher))
    return before.expected.every((one, index) => after.expected[index] === one) && is !== was;
  const isClose = before.matcher === "toBeCloseTo" && before.expected[0] === after.expected[0];
  return isClose && Number(after.expected[1] ?? 2) > Number(before.expected[1] ?? 2);
}
