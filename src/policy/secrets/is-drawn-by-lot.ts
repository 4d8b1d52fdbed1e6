/** Entropy for each character above which text is no word. */
const MIN_ENTROPY = 3.6;

/** Whether a value looks random, and neither like code, an address or an example. Pure. */
export function isDrawnByLot(value: string): boolean {
  if (!/\d/.test(value) || !/[a-z]/i.test(value) || /[${}<>()[\]]|\.\.|^https?:|^[./]|\s/.test(value))
    return false;
  if (/example|placeholder|change.?me|your|dummy|test|fake|sample|xxx|(.)\1{4}/i.test(value)) return false;
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  const bits = [...counts.values()].reduce(
    (sum, count) => sum - (count / value.length) * Math.log2(count / value.length),
    0,
  );
  return bits >= MIN_ENTROPY;
}
