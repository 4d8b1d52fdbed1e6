export function sample(m, random) {
  const line = () => ({ sku: random.pick(["mug", "tea", "jam"]), unitCents: random.pick([100, 450, 799]), quantity: random.int(random.chance(0.1) ? 0 : 1, 9) });
  const attempt = (act) => {
    try {
      return act();
    } catch (error) {
      return error;
    }
  };
  let lines = [];
  for (const one of random.list(random.int(0, 5), line)) lines = attempt(() => m.addLine(lines, one));
  if (!Array.isArray(lines)) lines = [{ sku: "tea", unitCents: 450, quantity: 2 }];
  const discount = () => {
    const kind = random.int(0, 2);
    if (kind === 0) return { kind: "percent", percent: random.pick([10, 33, 100]), ...(random.chance(0.5) ? { sku: "tea" } : {}) };
    if (kind === 1) return { kind: "amount", cents: random.pick([100, 900, 5000]), ...(random.chance(0.5) ? { minimumCents: random.pick([500, 2000]) } : {}) };
    return { kind: "bundle", sku: random.pick(["mug", "tea"]), buy: random.int(1, 3), free: random.int(1, 2) };
  };
  const discounts = random.list(random.int(0, 3), discount);
  return [
    lines,
    m.setQuantity(lines, random.pick(["mug", "tea"]), random.int(-1, 3)),
    m.subtotalOf(lines),
    m.discountOf(lines, discount(), random.pick([0, 300, 2000, 9000])),
    m.shippingOf(random.int(0, 25), random.pick([0, 4999, 5000, 800])),
    m.shippingOf(random.int(0, 25), 800, random.pick([800, 900])),
    attempt(() => m.totalsOf(lines, discounts, random.pick([0, 7, 19]))),
    discounts,
  ];
}
