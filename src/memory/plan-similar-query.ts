/** A full-text query. When it is not ranked, the newest matches come first. */
export type SimilarQuery = { readonly match: string; readonly isRanked: boolean };

/** Words of a query that are used, the rarest first. */
const maxWords = 8;
/** Words that are looked up at all: a pasted log has thousands. */
const maxLookedUp = 64;
/** Ranking reads every match; beyond this many it would cost more than it tells. */
const maxRankedMatches = 4_000;

/**
 * Plans an FTS5 query for lessons that share words with a text: its rarest known words, as many as can be ranked
 * quickly. Null when no word of the text is known. `countWord` gives in how many lessons a word is. Pure but for it.
 */
export function planSimilarQuery(text: string, countWord: (word: string) => number): SimilarQuery | null {
  const words = [...new Set(splitWords(text))].slice(0, maxLookedUp);
  const known = words
    .map((word) => ({ word, count: countWord(word) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count || (a.word < b.word ? -1 : 1));
  const [rarest] = known;
  if (rarest === undefined) {
    return null;
  }
  const chosen: string[] = [];
  let matches = 0;
  for (const { word, count } of known.slice(0, maxWords)) {
    matches += count;
    if (matches > maxRankedMatches) break;
    chosen.push(`"${word}"`);
  }
  return chosen.length === 0
    ? { match: `"${rarest.word}"`, isRanked: false }
    : { match: chosen.join(" OR "), isRanked: true };
}

/** As the index's `unicode61` tokenizer does it: letters and digits, lower case, without diacritics. */
function splitWords(text: string): readonly string[] {
  const plain = text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();
  return plain.match(/[\p{L}\p{N}\p{Co}]+/gu) ?? [];
}
