export async function sample(module, random) {
  const seen = [];
  const turns = async (count) => {
    for (let at = 0; at < count; at += 1) await null;
  };
  const items = random.list(random.int(0, 6), () => random.int(0, 6));
  let running = 0;
  const limit = random.int(random.chance(0.05) ? 0 : 1, 4);
  const settle = async (promise) => {
    try {
      return await promise;
    } catch (error) {
      return error;
    }
  };
  seen.push(
    await settle(
      module.mapLimited(items, limit, async (item, at) => {
        running += 1;
        seen.push(`${item}:${running}`);
        await turns(item);
        running -= 1;
        return item * 10 + at;
      }),
    ),
  );
  const works = random.int(1, 5);
  const stops = random.int(1, 6);
  seen.push(
    await settle(
      module.retry(
        async (attempt) => {
          if (attempt < works) throw new Error(`try ${attempt}`);
          return attempt;
        },
        { ...(random.chance(0.5) ? { attempts: random.int(1, 4) } : {}), shouldRetry: ({ message }) => message !== `try ${stops}`, wait: async (attempt) => void seen.push(`wait ${attempt}`) },
      ),
    ),
  );
  let asked = 0;
  const find = module.memoizeAsync(async (key) => {
    asked += 1;
    if (asked % 3 === 1) throw new Error(`${key} ${asked}`);
    return `${key} ${asked}`;
  });
  for (const key of random.list(4, () => random.pick(["a", "b"]))) {
    seen.push(await Promise.all([settle(find(key)), settle(find("a"))]));
  }
  const steps = random.list(random.int(0, 4), () => random.pick([(x) => x + 1, async (x) => x * 2, () => undefined, (x) => x - 1]));
  seen.push(await settle(module.pipeline(steps, 3)));
  const mutex = module.createMutex();
  const sections = random.list(random.int(1, 4), (at) => [at, random.int(0, 3), random.chance(0.2)]);
  const results = sections.map(([at, count, fails]) =>
    settle(
      mutex.run(async () => {
        seen.push(`in ${at} ${mutex.waiting}`);
        await turns(count);
        seen.push(`out ${at}`);
        if (fails) throw new Error(`${at}`);
        return at;
      }),
    ),
  );
  seen.push(mutex.waiting, await Promise.all(results));
  for await (const group of module.chunk(items, random.int(1, 3))) seen.push(group);
  return seen;
}
