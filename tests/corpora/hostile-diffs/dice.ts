import { createRandom } from "../../helpers/corpus.ts";

/** Choices that are the same for the same seed. */
export type Dice = {
  /** An integer from `low` to `high`, both included. */
  int(low: number, high: number): number;
  pick<T>(items: readonly T[]): T;
  isHeads(): boolean;
  /** A lower-case word of 3 to 9 letters. */
  word(): string;
};

/** Dice that fall the same way for the same seed. */
export function createDice(seed: number): Dice {
  const random = createRandom(seed);
  const int = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const pick = <T>(items: readonly T[]): T => {
    const item = items[int(0, items.length - 1)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  };
  return {
    int,
    pick,
    isHeads: () => random() < 0.5,
    word: () => {
      // Consonant and vowel in turn: no keyword, no device, no short name of two letters comes of it.
      const length = int(3, 9);
      return Array.from({ length }, (_, at) => pick([...(at % 2 === 0 ? "bdfgklmprstvz" : "aeiou")])).join(
        "",
      );
    },
  };
}
