import type { OperatorContext } from "../operator.ts";

/** Literals that missing logic may compare with or give back, by what they are, the likeliest first. */
export type Literals = {
  readonly numbers: readonly string[];
  readonly strings: readonly string[];
  /** What the failing tests expect, of any kind. */
  readonly expected: readonly string[];
};

/** Literals of each kind that are tried. */
const MAX_LITERALS = 6;

/** The failing tests' literals first, then the file's own. Pure. */
export function listLiterals({ literals = [], names }: OperatorContext): Literals {
  const ofKind = (kind: "number" | "string") =>
    literals.filter((literal) => literal.kind === kind && literal.text.length <= 24);
  const numbers = ofKind("number").toSorted(byRole);
  const strings = ofKind("string").toSorted(byRole);
  return {
    numbers: firstOf([...numbers.map(({ text }) => text), ...names.numbers]),
    strings: firstOf([
      ...strings.map(({ text }) => text),
      ...names.strings.filter(({ length }) => length <= 12),
    ]),
    expected: firstOf(
      literals.filter(({ role, text }) => role === "expected" && text.length <= 40).map(({ text }) => text),
    ),
  };
}

const roles = { input: 0, other: 1, expected: 2 } as const;

/** Conditions look at what goes in. */
function byRole(a: { readonly role: keyof typeof roles }, b: { readonly role: keyof typeof roles }): number {
  return roles[a.role] - roles[b.role];
}

function firstOf(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].slice(0, MAX_LITERALS);
}
