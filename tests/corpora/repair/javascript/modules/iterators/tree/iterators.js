/** Works on any iterable, and takes no more of it than is asked for. */
export function* range(start, end, step = 1) {
  if (step === 0) throw new RangeError("a step of zero never ends");
  for (let value = start; step > 0 ? value < end : value > end; value += step) yield value;
}

export function* map(values, change) {
  let index = 0;
  for (const value of values) yield change(value, index++);
}

export function* filter(values, isWanted) {
  for (const value of values) if (isWanted(value)) yield value;
}

export function* take(values, count) {
  if (count <= 0) return;
  let left = count;
  for (const value of values) {
    yield value;
    left -= 1;
    if (left === 0) return;
  }
}

export function* drop(values, count) {
  let left = count;
  for (const value of values) {
    if (left > 0) left -= 1;
    else yield value;
  }
}

/** Side by side until the shortest ends. */
export function* zip(...lists) {
  const iterators = lists.map((list) => list[Symbol.iterator]());
  if (iterators.length === 0) return;
  for (;;) {
    const steps = iterators.map((iterator) => iterator.next());
    if (steps.some(({ done }) => done)) return;
    yield steps.map(({ value }) => value);
  }
}

/** Values that follow each other, `size` at a time, each time one further. */
export function* windows(values, size) {
  const window = [];
  for (const value of values) {
    window.push(value);
    if (window.length > size) window.shift();
    if (window.length === size) yield [...window];
  }
}

/** Runs of values with the same key, as `[key, values]`. */
export function* groupRuns(values, keyOf = (value) => value) {
  let run = null;
  for (const value of values) {
    const key = keyOf(value);
    if (run !== null && run[0] === key) {
      run[1].push(value);
      continue;
    }
    if (run !== null) yield run;
    run = [key, [value]];
  }
  if (run !== null) yield run;
}

/** Each value once, by its key. */
export function* unique(values, keyOf = (value) => value) {
  const seen = new Set();
  for (const value of values) {
    const key = keyOf(value);
    if (seen.has(key)) continue;
    seen.add(key);
    yield value;
  }
}

/** What a reduction has after each value. */
export function* scan(values, combine, initial) {
  let total = initial;
  for (const value of values) {
    total = combine(total, value);
    yield total;
  }
}

/** All ways to choose `count` of some items, in their order. */
export function* combinations(items, count) {
  if (count === 0) {
    yield [];
    return;
  }
  for (let at = 0; at <= items.length - count; at++) {
    for (const rest of combinations(items.slice(at + 1), count - 1)) yield [items[at], ...rest];
  }
}

/** All orders of some items. */
export function* permutations(items) {
  if (items.length === 0) yield [];
  for (let at = 0; at < items.length; at++) {
    const others = [...items.slice(0, at), ...items.slice(at + 1)];
    for (const rest of permutations(others)) yield [items[at], ...rest];
  }
}
