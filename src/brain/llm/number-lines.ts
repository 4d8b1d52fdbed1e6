/**
 * Lines with their numbers, the way in which a model sees code, whoever shows it: `12⇥code`. A tab is the cheapest
 * separator that cannot be taken for indentation that was there. `from` is the number of the first, 1-based. Pure.
 */
export function numberLines(lines: readonly string[], from: number): string {
  return lines.map((line, index) => `${from + index}\t${line}`).join("\n");
}
