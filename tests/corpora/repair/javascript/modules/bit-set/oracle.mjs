export function sample({ BitSet }, random) {
  const numbers = () => random.list(random.int(0, 12), () => (random.chance(0.7) ? random.int(0, 12) : random.int(20, 100)));
  const [a, b] = [new BitSet(numbers()), new BitSet(numbers())];
  if (random.chance(0.1)) for (let at = 0; at < 32; at += 1) a.add(at);
  const seen = [];
  for (const number of numbers()) seen.push(a.has(number), a.delete(number).size, a.firstFree());
  for (const number of numbers()) seen.push(a.add(number).size);
  return [seen, a.values(), a.union(b).values(), a.intersection(b).values(), a.difference(b).values(), a.isSubsetOf(b), a.intersection(b).isSubsetOf(a), a.firstFree(), String(a), String(b), b.size];
}
