import type { Parameter } from "./list-parameters.ts";
import type { ProbeValue } from "./probe-value.ts";
import { varyValue } from "./vary-value.ts";

/** Changes on top of each other in one input; more of them lead too far from what the function is for. */
const MAX_CHANGES = 3;

const examples: Readonly<Record<Parameter["type"], readonly ProbeValue[]>> = {
  number: [0, 1, 2, -1, 10, 2.5],
  string: ["", "a", "b c", "Ab", "10"],
  boolean: [true, false],
  numbers: [[], [1], [3, 1, 2], [0, -1, -1]],
  strings: [[], ["a"], ["b", "a", "b"], ["", "A"]],
  unknown: [0, 1, -1, 2, "", "a", "b c", true, null, [], [1, 2, 3], ["b", "a"], {}],
};

/** What inputs are made of. */
export type InputSource = {
  /** Arguments that tests call the function with; the best there is. */
  readonly calls: readonly (readonly ProbeValue[])[];
  readonly parameters: readonly Parameter[];
  readonly count: number;
  /** From 0 up to, not including, 1. */
  random(): number;
};

/**
 * Arguments to compare candidates on: the tests' own, then variations of them that keep their types and lean to boundary
 * values; where tests call the function with nothing that is plain, values by the parameters' types. Each list once; the
 * same random numbers give the same lists.
 */
export function generateInputs(source: InputSource): readonly (readonly ProbeValue[])[] {
  const { calls, parameters, count } = source;
  const pick = <Item>(list: readonly Item[]): Item | undefined =>
    list[Math.floor(source.random() * list.length)];
  const found = new Map<string, readonly ProbeValue[]>();
  const add = (input: readonly ProbeValue[]) => {
    if (found.size < count) found.set(JSON.stringify(input), input);
  };
  for (const call of calls) add(call);
  // A function without parameters has one input, and few small types have few.
  for (let tries = 0; tries < count * 4 && found.size < count; tries += 1) {
    const seed =
      pick(calls) ?? parameters.map(({ type, example }) => example ?? pick(examples[type]) ?? null);
    let input = seed;
    const changes = 1 + Math.floor(source.random() * MAX_CHANGES);
    for (let change = 0; change < changes && input.length > 0; change += 1) {
      const at = Math.floor(source.random() * input.length);
      input = input.map((value, index) => (index === at ? varyValue(value, source) : value));
    }
    add(calls.length === 0 && found.size === 0 ? seed : input);
  }
  return [...found.values()];
}
