export function sample({ renderTable, pivot, sortBy }, random) {
  const value = () => random.pick([1, 22, 333, null, undefined]);
  const word = () => random.text("abc", random.int(0, 8));
  const rows = random.list(random.int(0, 5), () => ({ a: value(), b: word(), c: random.chance(0.5) ? random.int(0, 99) : null }));
  const align = () => (random.chance(0.5) ? { align: random.pick(["left", "right", "center"]) } : {});
  const limit = () => (random.chance(0.4) ? { maxWidth: random.int(1, 6) } : {});
  const columns = ["a", "b", "c"].filter(() => random.chance(0.8)).map((name) => ({ title: word() + name, read: (row) => row[name], ...align(), ...limit() }));
  const names = random.list(random.int(1, 3), () => random.pick(["a", "b", "c", "-a", "-b", "-c"]));
  return [renderTable(rows, columns), renderTable(rows, columns, { gap: random.int(0, 3) }), pivot(rows, ({ b }) => b.slice(0, 1), ({ c }) => c ?? 0), sortBy(rows, names), rows];
}
