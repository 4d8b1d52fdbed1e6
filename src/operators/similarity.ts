/** How alike two names are, 0 to 1: shared words count most, then shared letters (Dice's coefficient of bigrams). */
export function findSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  return Math.max(dice(splitWords(a), splitWords(b)), dice(bigrams(a), bigrams(b)));
}

/** The words of a name in camel, snake or kebab case, lower case. */
export function splitWords(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "")
    .map((word) => word.toLowerCase());
}

function bigrams(name: string): readonly string[] {
  const letters = name.toLowerCase();
  return Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2));
}

function dice(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 0;
  const left = new Set(a);
  const right = new Set(b);
  return (2 * left.intersection(right).size) / (left.size + right.size);
}
