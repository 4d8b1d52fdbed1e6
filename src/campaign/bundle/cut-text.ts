/** The beginning of a text in at most `maxChars` UTF-16 units, valid Unicode, never half a character. Pure. */
export function cutText(text: string, maxChars: number): string {
  const whole = text.toWellFormed();
  if (whole.length <= maxChars) return whole;
  return `${whole.slice(0, maxChars - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
