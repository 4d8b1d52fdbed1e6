/** What a model costs, in US dollars for a million tokens. */
export type ModelPrice = {
  /**
   * Input that was not read from the provider's cache. Where a provider writes what it reads to its cache and charges
   * more for that, this is the higher price: a worst case reckoned with it is one.
   */
  readonly inputPerMillion: number;
  /** Input that the provider read from its cache. */
  readonly cachedPerMillion: number;
  /** Output, reasoning too. */
  readonly outputPerMillion: number;
};
