const MAX_CHARS = 20_000;

/** The identifiers in a text, as far as they can be told without its language. Pure. */
export function listNames(text: string): readonly string[] {
  return text.slice(0, MAX_CHARS).match(/[A-Za-z_$][\w$]+/g) ?? [];
}
