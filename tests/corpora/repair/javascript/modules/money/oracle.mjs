export function sample({ parseAmount, formatAmount, allocate, addTax, makeChange }, random) {
  const attempt = (act) => {
    try {
      return act();
    } catch (error) {
      return error;
    }
  };
  const text = random.chance(0.3)
    ? random.text("1,.-$0", random.int(0, 6))
    : `${random.pick(["", "-", "- ", " "])}${random.pick(["", "$", "€ "])}${random.pick(["0", "7", "12", "1,234", "999,999", "1234"])}${random.pick(["", ".5", ".05", ".99", ".00"])}`;
  const cents = random.int(-200000, 2000000);
  const weights = random.list(random.int(1, 5), () => random.int(0, 5));
  const coins = random.pick([undefined, [1, 5, 25], [5, 10], [3, 2]]);
  return [
    attempt(() => parseAmount(text)),
    formatAmount(cents, random.pick([undefined, "€"])),
    attempt(() => allocate(random.int(0, 5000), weights)),
    addTax(random.int(0, 99999), random.pick([0, 7, 19, 5.5])),
    attempt(() => makeChange(random.int(0, 500), coins)),
    weights,
    coins,
  ];
}
