export function sample({ parse, compare, bump, satisfies, maxSatisfying }, random) {
  const tag = () => random.pick(["", "", "-alpha", "-alpha.1", "-beta.2", "-beta.11", "-1", "-rc.1.x", "+b7"]);
  const version = () => `${random.pick(["", "", "v"])}${random.int(0, 2)}.${random.int(0, 3)}.${random.pick([0, 1, 2, 10])}${tag()}`;
  const range = `${random.pick(["^", "~", ">=", ">", "<=", "<", "=", "", "^ "])}${version()}`;
  const [a, b] = [version(), version()];
  const versions = random.list(random.int(0, 5), version);
  const attempt = (act) => {
    try {
      return act();
    } catch (error) {
      return error;
    }
  };
  return [
    attempt(() => parse(random.chance(0.2) ? random.text("1.v-", 5) : ` ${a}`)),
    compare(a, b),
    attempt(() => bump(a, random.pick(["major", "minor", "patch", "all"]))),
    satisfies(a, range),
    maxSatisfying(versions, range),
    versions,
  ];
}
