/** The type that a value has, and the one that its place wants. */
export type Mismatch = { readonly got: string; readonly wanted: string };

const forms: readonly RegExp[] = [
  /^(?:Argument of type|Type) '(?<got>.+?)' is not assignable to (?:parameter of )?type '(?<wanted>.+?)'/,
  /has incompatible type "(?<got>.+?)"; expected "(?<wanted>.+?)"/,
  /\(got "(?<got>.+?)", expected "(?<wanted>.+?)"\)/,
  /\((?:expression|default) has type "(?<got>.+?)", (?:variable|argument|target|base class "\w+" defined the type as) ?(?:has type )?"(?<wanted>.+?)"\)/,
];
const rules = /^(?:TS2322|TS2345|TS2740|TS2739|TS2769|arg-type|return-value|assignment|list-item|dict-item)$/;

/** Reads tsc's and mypy's messages of a value that does not fit; null for any other message. Pure. */
export function readMismatch(rule: string, message: string): Mismatch | null {
  if (!rules.test(rule)) return null;
  for (const form of forms) {
    const { got, wanted } = form.exec(message)?.groups ?? {};
    if (got !== undefined && wanted !== undefined) return { got, wanted };
  }
  return null;
}
