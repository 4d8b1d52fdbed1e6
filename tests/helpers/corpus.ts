/** Whether the corpora run in their full size: `NIGHTSHIFT_CORPUS=full`, as `npm run test:full` sets it. */
export const isFullCorpus = process.env.NIGHTSHIFT_CORPUS === "full";

/** What generated corpora start from: `NIGHTSHIFT_SEED`, or always the same. */
export const corpusSeed = Number(process.env.NIGHTSHIFT_SEED ?? 20261121);

/** Random numbers from 0 to below 1, the same for the same seed (Mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
