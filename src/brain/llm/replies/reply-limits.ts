/** What is taken of a model's reply, in characters and counts; beyond it a reply is no answer. */
export const replyLimits = {
  /** Of a whole reply. */
  maxChars: 1_000_000,
  /** Of all in one reply that is not strict JSON: putting it right takes more than linear time at worst. */
  maxRepairChars: 50_000,
  /** Brackets in brackets. */
  maxDepth: 64,
  /** Objects, lists and what they hold, in one piece of JSON. */
  maxValues: 20_000,
  /** Of pieces that did not fit: behind them nothing is tried. */
  maxMisfitChars: 200_000,
  /** JSON blocks in one reply. */
  maxBlocks: 200,
  /** Problems that a model is told of at once. */
  maxProblems: 6,
  /** Bytes of an unusable reply that are kept for people, and shown to the model again. */
  maxRawBytes: 8_192,
} as const;
