/** Amounts are whole cents, so that sums are exact. */

/** "3.50" or "3" as cents; throws for anything else. */
export function parseAmount(text) {
  const match = /^(\d+)(?:\.(\d{2}))?$/.exec(text.trim());
  if (!match) throw new RangeError(`not an amount: ${text}`);
  return Number(match[1]) * 100 + Number(match[2] ?? 0);
}

/** 350 as "3.50". */
export function formatAmount(cents) {
  const sign = cents < 0 ? "-" : "";
  const whole = Math.abs(cents);
  return `${sign}${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, "0")}`;
}

/** A percentage of an amount, rounded to the cent. */
export function percentOf(cents, percent) {
  return Math.round((cents * percent) / 100);
}
