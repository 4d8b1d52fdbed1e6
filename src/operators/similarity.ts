/** How alike two names are, 0 to 1. */
export type Similarity = (a: string, b: string) => number;

/**
 * Compares names by the words they share, in camel, snake or kebab case, and by their letters (Dice's coefficient of
 * words and of bigrams, the higher one). What a name consists of is found once for each name.
 */
export function createSimilarity(): Similarity {
  const known = new Map<string, Parts>();
  const partsOf = (name: string) => {
    const parts = known.get(name) ?? { words: splitWords(name), bigrams: listBigrams(name) };
    known.set(name, parts);
    return parts;
  };
  return (a, b) => {
    if (a === b) return 1;
    const [left, right] = [partsOf(a), partsOf(b)];
    return Math.max(dice(left.words, right.words), dice(left.bigrams, right.bigrams));
  };
}

type Parts = { readonly words: ReadonlySet<string>; readonly bigrams: ReadonlySet<string> };

function splitWords(name: string): ReadonlySet<string> {
  const words = name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").split(/[^A-Za-z0-9]+/);
  return new Set(words.filter((word) => word !== "").map((word) => word.toLowerCase()));
}

function listBigrams(name: string): ReadonlySet<string> {
  const letters = name.toLowerCase();
  return new Set(
    Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2)),
  );
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  let shared = 0;
  for (const part of a) if (b.has(part)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}
