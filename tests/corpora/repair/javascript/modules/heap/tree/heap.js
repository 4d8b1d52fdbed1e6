/** A queue that gives the smallest first, by a comparison. */
export class Heap {
  #items = [];
  #compare;

  constructor(compare = (a, b) => a - b, items = []) {
    this.#compare = compare;
    for (const item of items) this.push(item);
  }

  get size() {
    return this.#items.length;
  }

  peek() {
    return this.#items[0];
  }

  push(item) {
    this.#items.push(item);
    this.#rise(this.#items.length - 1);
    return this;
  }

  pop() {
    const items = this.#items;
    if (items.length === 0) return undefined;
    const top = items[0];
    const last = items.pop();
    if (items.length > 0) {
      items[0] = last;
      this.#sink(0);
    }
    return top;
  }

  /** Puts an item in and takes the smallest out, in one step. */
  replace(item) {
    const top = this.#items[0];
    this.#items[0] = item;
    this.#sink(0);
    return top;
  }

  #rise(at) {
    const items = this.#items;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#compare(items[parent], items[at]) <= 0) return;
      [items[parent], items[at]] = [items[at], items[parent]];
      at = parent;
    }
  }

  #sink(at) {
    const items = this.#items;
    for (;;) {
      const left = 2 * at + 1;
      const right = left + 1;
      let least = at;
      if (left < items.length && this.#compare(items[left], items[least]) < 0) least = left;
      if (right < items.length && this.#compare(items[right], items[least]) < 0) least = right;
      if (least === at) return;
      [items[least], items[at]] = [items[at], items[least]];
      at = least;
    }
  }

  /** Empties the queue in order. */
  *drain() {
    while (this.size > 0) yield this.pop();
  }
}

/** The `count` largest of some numbers, the largest first. */
export function largest(numbers, count) {
  const heap = new Heap();
  for (const number of numbers) {
    if (heap.size < count) heap.push(number);
    else if (count > 0 && number > heap.peek()) heap.replace(number);
  }
  return [...heap.drain()].reverse();
}

/** Merges lists that are sorted into one. */
export function mergeSorted(lists) {
  const heap = new Heap((a, b) => a.value - b.value || a.list - b.list);
  lists.forEach((list, index) => {
    if (list.length > 0) heap.push({ value: list[0], list: index, at: 0 });
  });
  const merged = [];
  while (heap.size > 0) {
    const { value, list, at } = heap.pop();
    merged.push(value);
    const next = at + 1;
    if (next < lists[list].length) heap.push({ value: lists[list][next], list, at: next });
  }
  return merged;
}
