export function sample({ TtlCache }, random) {
  let now = 0;
  const cache = new TtlCache({ ttlMs: random.int(20, 80), now: () => now, ...(random.chance(0.7) ? { maxSize: random.int(1, 3) } : {}) });
  const seen = [];
  for (let step = 0; step < 24; step += 1) {
    now += random.pick([0, 1, 10, 30]);
    const key = random.pick(["a", "b", "c", "d"]);
    const act = random.pick(["get", "set", "set", "setFor", "load", "touch", "timeLeft", "size"]);
    if (act === "set") cache.set(key, random.pick([0, step]));
    else if (act === "setFor") cache.set(key, step, random.int(1, 120));
    else if (act === "load") seen.push(cache.getOrLoad(key, (name) => `${name}${step}`));
    else if (act === "size") seen.push(cache.size, cache.keys());
    else seen.push(cache[act](key));
    seen.push(cache.evictions);
  }
  return [seen, cache.keys(), cache.size];
}
