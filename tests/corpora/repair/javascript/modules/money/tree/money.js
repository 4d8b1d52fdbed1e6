/** Amounts are whole cents. */
export function parseAmount(text) {
  const match = /^(-?)\s*[$€£]?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (match === null) throw new SyntaxError(`not an amount: ${text}`);
  const [, sign, whole, part = ""] = match;
  const cents = Number(whole.replaceAll(",", "")) * 100 + Number(part.padEnd(2, "0"));
  return sign === "-" && cents !== 0 ? -cents : cents;
}

/** Writes cents with thousands apart: `-$1,234.50`. */
export function formatAmount(cents, symbol = "$") {
  const absolute = Math.abs(cents);
  const whole = String(Math.floor(absolute / 100)).replace(/\B(?=(\d{3})+$)/g, ",");
  const part = String(absolute % 100).padStart(2, "0");
  return `${cents < 0 ? "-" : ""}${symbol}${whole}.${part}`;
}

/** Splits an amount by weights so that nothing is lost; odd cents go to the largest remainders, the first of equal ones. */
export function allocate(cents, weights) {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total <= 0) throw new RangeError("weights have to sum up to more than nothing");
  const shares = weights.map((weight) => Math.floor((cents * weight) / total));
  const remainders = weights.map((weight, at) => ({ at, rest: (cents * weight) / total - shares[at] }));
  let left = cents - shares.reduce((sum, share) => sum + share, 0);
  remainders.sort((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of remainders) {
    if (left === 0) break;
    shares[at] += 1;
    left -= 1;
  }
  return shares;
}

/** Adds a tax in percent, half a cent rounded up. */
export function addTax(cents, percent) {
  return cents + Math.round((cents * percent) / 100);
}

/** What coins make an amount, fewest first, as a map of coin to count. */
export function makeChange(cents, coins = [200, 100, 50, 20, 10, 5, 2, 1]) {
  const used = new Map();
  let rest = cents;
  for (const coin of [...coins].sort((a, b) => b - a)) {
    const count = Math.floor(rest / coin);
    if (count === 0) continue;
    used.set(coin, count);
    rest -= count * coin;
  }
  if (rest > 0) throw new RangeError(`${rest} cannot be made`);
  return used;
}
