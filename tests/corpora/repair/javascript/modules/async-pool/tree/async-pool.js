/** Does tasks for all items, at most `limit` at a time; results are in the order of the items. */
export async function mapLimited(items, limit, task) {
  if (limit < 1) throw new RangeError(`limit: ${limit}`);
  const results = new Array(items.length);
  let next = 0;
  const work = async () => {
    while (next < items.length) {
      const at = next++;
      results[at] = await task(items[at], at);
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work));
  return results;
}

/** Tries again until it works, at most `attempts` times; then the last error is thrown. */
export async function retry(task, { attempts = 3, shouldRetry = () => true, wait = async () => {} } = {}) {
  let lastError;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    try {
      return await task(attempt);
    } catch (error) {
      lastError = error;
      if (!shouldRetry(error)) break;
      if (attempt < attempts) await wait(attempt);
    }
  }
  throw lastError;
}

/** Remembers what a function gave, by its first argument; what failed is not remembered. */
export function memoizeAsync(task) {
  const known = new Map();
  return async (key) => {
    if (!known.has(key)) {
      const pending = task(key);
      known.set(key, pending);
      pending.catch(() => known.delete(key));
    }
    return await known.get(key);
  };
}

/** One after the other, each with what the one before gave. */
export async function pipeline(steps, input) {
  let value = input;
  for (const step of steps) {
    value = await step(value);
    if (value === undefined) break;
  }
  return value;
}

/** A lock: sections that are given to it never run at the same time. */
export function createMutex() {
  let last = Promise.resolve();
  let waiting = 0;
  return {
    get waiting() {
      return waiting;
    },
    run(section) {
      waiting += 1;
      const result = last.then(async () => {
        waiting -= 1;
        return await section();
      });
      last = result.catch(() => {});
      return result;
    },
  };
}

/** Values in groups of `size`, from any iterable, also one that is asynchronous. */
export async function* chunk(values, size) {
  let group = [];
  for await (const value of values) {
    group.push(value);
    if (group.length === size) {
      yield group;
      group = [];
    }
  }
  if (group.length > 0) yield group;
}
