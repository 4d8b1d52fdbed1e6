export function sample({ TextIndex, tokenize }, random) {
  const word = () => random.pick(["cat", "cats", "dog", "Dogs", "glass", "sun", "the", "of", "fox", "a1", "ass", "his"]);
  const text = (most) => random.list(random.int(0, most), word).join(random.pick([" ", ", "]));
  const index = new TextIndex();
  const seen = [tokenize(text(8))];
  for (let step = 0; step < 6; step += 1) {
    index.add({ id: random.pick(["d1", "d2", "d3", "d4"]), title: text(2), body: text(6) });
    if (random.chance(0.2)) seen.push(index.remove(random.pick(["d1", "d2", "d9"])));
  }
  const query = random.list(random.int(1, 3), () => random.pick(["", "", "+", "-"]) + word()).join(" ");
  const round = ({ id, score }) => [id, Math.round(score * 1e9)];
  return [seen, index.size, index.search(query).map(round), index.search(word(), random.int(0, 2)).map(round), index.suggest(random.pick(["", "c", "D", "s", "gl"])), index.suggest("", random.int(0, 3))];
}
