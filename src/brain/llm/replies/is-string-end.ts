/** Whether a quote that ends right before `from` can be the end of a JSON string, by what follows it. */
export function isStringEnd(text: string, from: number): boolean {
  let at = from;
  while (/\s/.test(text.charAt(at))) at += 1;
  return /^(?:[,:}\]]|\/[/*])/.test(text.slice(at, at + 2));
}
