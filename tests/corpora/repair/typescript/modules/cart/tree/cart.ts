export type Line = { readonly sku: string; readonly unitCents: number; readonly quantity: number };
export type Discount =
  | { readonly kind: "percent"; readonly percent: number; readonly sku?: string }
  | { readonly kind: "amount"; readonly cents: number; readonly minimumCents?: number }
  | { readonly kind: "bundle"; readonly sku: string; readonly buy: number; readonly free: number };
export type Totals = { readonly subtotal: number; readonly discount: number; readonly shipping: number; readonly tax: number; readonly total: number };

export function addLine(lines: readonly Line[], line: Line): readonly Line[] {
  if (!Number.isInteger(line.quantity) || line.quantity < 1) throw new RangeError(`quantity: ${line.quantity}`);
  const at = lines.findIndex(({ sku, unitCents }) => sku === line.sku && unitCents === line.unitCents);
  if (at === -1) return [...lines, line];
  return lines.map((other, index) => (index === at ? { ...other, quantity: other.quantity + line.quantity } : other));
}

export function setQuantity(lines: readonly Line[], sku: string, quantity: number): readonly Line[] {
  if (quantity <= 0) return lines.filter((line) => line.sku !== sku);
  return lines.map((line) => (line.sku === sku ? { ...line, quantity } : line));
}

export function subtotalOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { unitCents, quantity }) => sum + unitCents * quantity, 0);
}

/** What a discount takes off of what has to be paid for lines so far, never more than that. */
export function discountOf(lines: readonly Line[], discount: Discount, paid: number): number {
  switch (discount.kind) {
    case "percent": {
      const base = discount.sku === undefined ? paid : subtotalOf(lines.filter(({ sku }) => sku === discount.sku));
      return Math.min(paid, Math.floor((base * discount.percent) / 100));
    }
    case "amount":
      return paid < (discount.minimumCents ?? 0) ? 0 : Math.min(paid, discount.cents);
    case "bundle": {
      const { buy, free, sku } = discount;
      const saved = lines
        .filter((line) => line.sku === sku)
        .reduce((sum, { quantity, unitCents }) => sum + Math.floor(quantity / (buy + free)) * free * unitCents, 0);
      return Math.min(paid, saved);
    }
  }
}

/** Shipping by weight classes: the first whose limit holds the quantity; free from an amount on. */
export function shippingOf(quantity: number, paid: number, freeFromCents = 5_000): number {
  if (quantity === 0 || paid >= freeFromCents) return 0;
  const classes = [
    { upTo: 1, cents: 390 },
    { upTo: 5, cents: 590 },
    { upTo: 20, cents: 990 },
  ];
  return classes.find(({ upTo }) => quantity <= upTo)?.cents ?? 1_990;
}

/** All that makes the price; discounts come one after the other, bundles first, then percents, then amounts. */
export function totalsOf(lines: readonly Line[], discounts: readonly Discount[] = [], taxPercent = 0): Totals {
  const order = { bundle: 0, percent: 1, amount: 2 } as const;
  const subtotal = subtotalOf(lines);
  let discount = 0;
  for (const one of [...discounts].sort((a, b) => order[a.kind] - order[b.kind])) {
    discount += discountOf(lines, one, subtotal - discount);
  }
  const paid = subtotal - discount;
  const quantity = lines.reduce((sum, line) => sum + line.quantity, 0);
  const shipping = shippingOf(quantity, paid);
  const tax = Math.round(((paid + shipping) * taxPercent) / 100);
  return { subtotal, discount, shipping, tax, total: paid + shipping + tax };
}
