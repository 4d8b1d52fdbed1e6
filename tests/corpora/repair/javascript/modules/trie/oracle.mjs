export function sample({ Trie }, random) {
  const trie = new Trie();
  const seen = [];
  const word = () => random.text("abc", random.int(0, 4));
  for (let step = 0; step < 16; step += 1) {
    const act = random.pick(["add", "add", "add", "remove", "has", "longestPrefix", "complete"]);
    seen.push(act === "complete" && random.chance(0.5) ? trie.complete(word().slice(0, 2), random.int(0, 3)) : trie[act](word()), trie.size);
  }
  return [seen, trie.complete("")];
}
