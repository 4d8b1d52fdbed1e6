/** What a message puts in quotes, in their order: `x` and `number` of "'x' is not a 'number'". Pure. */
export function readQuoted(message: string): readonly string[] {
  return [...message.matchAll(/(["'`])((?:(?!\1).)+)\1/g)].map(([, , text = ""]) => text);
}
