export type Document = { readonly id: string; readonly title: string; readonly body: string };
export type Hit = { readonly id: string; readonly score: number };

const STOP = new Set(["a", "an", "and", "the", "of", "to", "in", "is"]);
const TITLE_WEIGHT = 3;

/** Words in small letters, without stop words, with the ends of plurals taken off. */
export function tokenize(text: string): readonly string[] {
  return (text.toLowerCase().match(/[a-z0-9]+/g) ?? [])
    .filter((word) => !STOP.has(word))
    .map((word) => (word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word));
}

/** Finds documents by words: those that hold them most often, counted by how rare a word is. */
export class TextIndex {
  readonly #postings = new Map<string, Map<string, number>>();
  readonly #lengths = new Map<string, number>();

  get size(): number {
    return this.#lengths.size;
  }

  add(document: Document): void {
    if (this.#lengths.has(document.id)) this.remove(document.id);
    const counts = new Map<string, number>();
    for (const word of tokenize(document.title)) counts.set(word, (counts.get(word) ?? 0) + TITLE_WEIGHT);
    for (const word of tokenize(document.body)) counts.set(word, (counts.get(word) ?? 0) + 1);
    let length = 0;
    for (const [word, count] of counts) {
      const posting = this.#postings.get(word) ?? new Map<string, number>();
      posting.set(document.id, count);
      this.#postings.set(word, posting);
      length += count;
    }
    this.#lengths.set(document.id, length);
  }

  remove(id: string): boolean {
    if (!this.#lengths.delete(id)) return false;
    for (const [word, posting] of this.#postings) {
      posting.delete(id);
      if (posting.size === 0) this.#postings.delete(word);
    }
    return true;
  }

  /** The best first; equal ones by id. A word with a minus ahead must not be there, one with a plus has to. */
  search(query: string, limit = 10): readonly Hit[] {
    const scores = new Map<string, number>();
    const terms = query.split(/\s+/).flatMap((part) => {
      const sign = /^[+-]/.exec(part)?.[0] ?? "";
      return tokenize(part).map((word) => ({ sign, word }));
    });
    for (const { sign, word } of terms) {
      if (sign === "-") continue;
      const posting = this.#postings.get(word) ?? new Map<string, number>();
      const rarity = Math.log(1 + this.size / Math.max(1, posting.size));
      for (const [id, count] of posting) {
        const share = count / (this.#lengths.get(id) ?? 1);
        scores.set(id, (scores.get(id) ?? 0) + share * rarity);
      }
    }
    const fits = (id: string) =>
      terms.every(({ sign, word }) => sign === "" || (this.#postings.get(word)?.has(id) ?? false) === (sign === "+"));
    return [...scores]
      .filter(([id]) => fits(id))
      .map(([id, score]) => ({ id, score }))
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, limit);
  }

  /** Words of the index that begin so, the most frequent first. */
  suggest(prefix: string, limit = 5): readonly string[] {
    const start = prefix.toLowerCase();
    return [...this.#postings]
      .filter(([word]) => word.startsWith(start))
      .sort(([a, x], [b, y]) => y.size - x.size || (a < b ? -1 : 1))
      .slice(0, limit)
      .map(([word]) => word);
  }
}
