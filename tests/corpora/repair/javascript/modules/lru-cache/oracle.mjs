export function sample({ LruCache }, random) {
  const seen = [];
  if (random.chance(0.05)) seen.push(tryMake(LruCache, random.pick([0, -2, 1.5, Number.NaN])));
  const cache = new LruCache(random.int(1, 4));
  for (let step = 0; step < 20; step += 1) {
    const key = random.pick(["a", "b", "c", "d", "e", "f"]);
    const act = random.pick(["get", "get", "set", "set", "set", "peek", "resize", "clear"]);
    const rare = random.chance(0.1);
    if (act === "set") seen.push(cache.set(key, random.chance(0.1) ? undefined : step));
    else if (act === "resize" && rare) seen.push(cache.resize(random.int(1, 4)));
    else if (act === "clear" && rare) seen.push(cache.clear());
    else if (act === "peek") seen.push(cache.peek(key));
    else seen.push(cache.get(key));
    seen.push(cache.size, cache.keys(), cache.hitRate(), cache.capacity);
  }
  return seen;
}

function tryMake(LruCache, capacity) {
  try {
    return new LruCache(capacity).capacity;
  } catch (error) {
    return error;
  }
}
