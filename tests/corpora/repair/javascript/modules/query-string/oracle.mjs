export const entry = "query-string.cjs";

export function sample({ default: exported }, random) {
  const { parseQuery, formatQuery, updateUrl } = exported;
  const pair = () => random.text("ab=+%2", random.int(0, 5));
  const query = random.pick(["", "?"]) + random.list(random.int(0, 4), pair).join("&");
  const plain = random.list(random.int(0, 4), () => `${random.pick(["a", "b", "c", "valueOf"])}=${random.int(0, 3)}`).join("&");
  const value = () => random.pick([null, undefined, true, false, 0, "", "x y", "a&b", ["1", 2], [], [true, null]]);
  const values = Object.fromEntries(random.list(random.int(0, 4), () => [random.pick(["b", "a", "c d", "é"]), value()]));
  const url = `/p${random.pick(["", "?", `?${plain}`])}${random.pick(["", "#h", "#h?x=1"])}`;
  return [parseQuery(query), parseQuery(plain), formatQuery(values), updateUrl(url, values), values];
}
