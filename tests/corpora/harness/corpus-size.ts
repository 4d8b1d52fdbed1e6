/** How large a corpus is, and from which seed it is made: `NIGHTSHIFT_CORPUS=full`, `NIGHTSHIFT_SEED=n`. */
export const corpus = {
  isFull: process.env.NIGHTSHIFT_CORPUS === "full",
  seed: process.env.NIGHTSHIFT_SEED ?? "1",
} as const;
