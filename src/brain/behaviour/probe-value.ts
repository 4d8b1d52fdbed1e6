/** The key that marks an object as a value that JSON has no form for. */
const SPECIAL_KEY = "$nightshift";

/** Values that JSON has no form for; `undefined` is JavaScript's alone. */
export const specialValues = ["undefined", "NaN", "Infinity", "-Infinity", "-0"] as const;

/** A value that a function is called with, as JSON in the form that the probes in `support/` read. */
export type ProbeValue =
  | null
  | boolean
  | number
  | string
  | readonly ProbeValue[]
  | { readonly [key: string]: ProbeValue };

/** A value that JSON has no form for, as the probes read it. */
export function special(name: (typeof specialValues)[number]): ProbeValue {
  return { [SPECIAL_KEY]: name };
}

/** Whether a value is one that JSON has no form for. */
export function isSpecial(value: ProbeValue): boolean {
  return typeof value === "object" && value !== null && SPECIAL_KEY in value;
}
