/** What was tried in a cycle: by quick runs, or, where a model has no use for those, what it brought before the gates. Pure. */
export function describeTries({
  candidates,
  attempts,
}: {
  readonly candidates: number;
  readonly attempts: number;
}): string {
  if (candidates > 0 || attempts === 0) return count(candidates, "candidate");
  return count(attempts, "attempt");
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}
