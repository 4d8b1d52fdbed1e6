/** Ranks at which a weight is half of the first one's. */
const HALF_LIFE = 10;

/** Weights that fall with the rank, so that an operator's many are tried after its likely few. */
export function weighByRank(rank: number): number {
  return 1 / (1 + rank / HALF_LIFE);
}
