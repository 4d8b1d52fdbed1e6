import { formatAmount, parseAmount } from "./money.js";

/** Takings by stall, best first; stalls with equal takings by name. */
export function takingsByStall(orders) {
  const totals = new Map();
  for (const { stall, price, quantity } of orders) {
    const cents = parseAmount(price) * Number(quantity);
    totals.set(stall, (totals.get(stall) ?? 0) + cents);
  }
  return [...totals]
    .map(([stall, cents]) => ({ stall, cents }))
    .sort((a, b) => a.cents - b.cents || a.stall.localeCompare(b.stall));
}

/** The evening's report: a line for each stall with its share, and the sum. */
export function renderTakings(orders) {
  const stalls = takingsByStall(orders);
  const sum = stalls.reduce((total, { cents }) => total + cents, 0);
  const lines = stalls.map(({ stall, cents }) => {
    const share = Math.round((cents * 100) / sum);
    return `${stall.padEnd(16)}${formatAmount(cents).padStart(10)}${`${share}%`.padStart(6)}`;
  });
  return [...lines, `${"Total".padEnd(16)}${formatAmount(sum).padStart(10)}`].join("\n");
}
