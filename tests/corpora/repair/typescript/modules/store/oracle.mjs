export function sample({ createStore }, random) {
  const initial = { a: 0, b: 0 };
  const store = createStore(initial, random.chance(0.5) ? { depth: random.int(1, 3) } : undefined);
  const seen = [];
  const stop = store.subscribe((state, previous) => seen.push([state, previous]));
  store.select(({ a }) => a, (part, previous) => seen.push(["a", part, previous]));
  const change = () => ({ [random.pick(["a", "b"])]: random.int(0, 3), ...(random.chance(0.4) ? { b: random.int(0, 3) } : {}) });
  for (let step = 0; step < 16; step += 1) {
    const act = random.pick(["set", "set", "set", "by", "batch", "undo", "undo", "redo", "stop"]);
    if (act === "set") store.set(change());
    else if (act === "by") store.set(({ a }) => ({ b: a }));
    else if (act === "stop" && random.chance(0.1)) stop();
    else if (act === "batch") {
      const changes = random.list(random.int(0, 3), change);
      const fails = random.chance(0.2);
      try {
        store.batch(() => {
          for (const one of changes) random.chance(0.3) ? store.batch(() => store.set(one)) : store.set(one);
          if (fails) throw new Error("no");
        });
      } catch (error) {
        seen.push(error);
      }
    } else if (act !== "stop") seen.push(store[act]());
    seen.push(store.get());
  }
  return [seen, initial];
}
