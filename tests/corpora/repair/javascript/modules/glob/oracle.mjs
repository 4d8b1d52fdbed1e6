export function sample({ matches, expandBraces, select }, random) {
  const piece = () => random.pick(["a", "b", "*", "?", "**", "*.js", "[ab]", "[!a]b", "{a,b}", "a{b,c}", ".x", "a.c", "{a,{b,c}}*", "{a"]);
  const pattern = () => (random.chance(0.1) ? "!" : "") + random.list(random.int(1, 3), piece).join("/");
  const path = () => random.list(random.int(1, 3), () => random.pick(["a", "b", "ab", "x.js", ".x", "abc", "ac", "c"])).join("/");
  const paths = random.list(random.int(0, 5), path);
  const patterns = random.list(random.int(1, 3), pattern);
  const [one, two] = [path(), path()];
  return [matches(pattern(), one), matches(random.pick(["**", "**/a", "a/**", "*", "a/*", "?b"]), two), expandBraces(pattern()), select(paths, patterns), paths];
}
