export function sample({ validate, applyDefaults }, random) {
  const schema = (depth) => {
    const result = {};
    if (random.chance(0.5)) result.type = random.pick(["string", "number", "integer", "object", "array", ["string", "null"], ["object", "array"]]);
    if (random.chance(0.1)) result.enum = [1, "a", null];
    if (random.chance(0.3)) Object.assign(result, { minimum: random.int(0, 2), maximum: random.int(2, 4) });
    if (random.chance(0.3)) Object.assign(result, { minLength: random.int(0, 2), maxLength: random.int(1, 3) });
    if (random.chance(0.1)) result.pattern = "^[ab]+$";
    if (random.chance(0.2)) result.uniqueItems = true;
    if (random.chance(0.3)) result.default = random.pick([0, "d", [1], { a: 1 }]);
    if (depth < 3 && random.chance(0.5)) result.items = schema(depth + 1);
    if (depth < 3 && random.chance(0.6)) result.properties = { a: schema(depth + 1), b: schema(depth + 1) };
    if (random.chance(0.3)) result.required = ["a"];
    if (random.chance(0.2)) result.additionalProperties = false;
    return result;
  };
  const value = (depth) => {
    const kind = random.int(0, depth > 2 ? 2 : 5);
    if (kind === 0) return random.int(-1, 5);
    if (kind === 1) return random.text("abc😀", random.int(0, 4));
    if (kind === 2) return random.pick([null, 1.5, true, Number.NaN]);
    if (kind === 3) return random.list(random.int(0, 3), () => value(depth + 1));
    return Object.fromEntries(["a", "b", "c"].filter(() => random.chance(0.6)).map((name) => [name, value(depth + 1)]));
  };
  const [made, given] = [schema(0), value(0)];
  const shared = { default: [1], properties: { a: { default: { n: [] } } } };
  applyDefaults(shared, undefined).push(2);
  applyDefaults(shared, {}).a.n.push(3);
  const twice = random.list(random.int(0, 3), () => random.pick([{ a: 1 }, [1], 1, "1", { a: 2 }]));
  const others = [applyDefaults(shared, undefined), applyDefaults(shared, {}), validate({ uniqueItems: true }, twice)];
  return [others, validate(made, given), applyDefaults(made, given), given, made];
}
