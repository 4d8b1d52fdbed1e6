/** A queue of fixed size; what is too much pushes out the oldest. */
export class RingBuffer {
  #slots;
  #start = 0;
  #length = 0;

  constructor(capacity) {
    this.#slots = new Array(capacity);
  }

  get length() {
    return this.#length;
  }

  get capacity() {
    return this.#slots.length;
  }

  get isFull() {
    return this.#length === this.capacity;
  }

  /** Adds at the end; gives what was pushed out. */
  push(item) {
    const at = (this.#start + this.#length) % this.capacity;
    if (this.isFull) {
      const gone = this.#slots[at];
      this.#slots[at] = item;
      this.#start = (this.#start + 1) % this.capacity;
      return gone;
    }
    this.#slots[at] = item;
    this.#length += 1;
    return undefined;
  }

  /** Takes the oldest. */
  shift() {
    if (this.#length === 0) return undefined;
    const item = this.#slots[this.#start];
    this.#slots[this.#start] = undefined;
    this.#start = (this.#start + 1) % this.capacity;
    this.#length -= 1;
    return item;
  }

  /** By age from 0; below zero from the newest. */
  at(index) {
    const from = index < 0 ? this.#length + index : index;
    if (from < 0 || from >= this.#length) return undefined;
    return this.#slots[(this.#start + from) % this.capacity];
  }

  *[Symbol.iterator]() {
    for (let index = 0; index < this.#length; index++) yield this.at(index);
  }
}

/** The means of the last `size` numbers, one for each number. */
export function movingAverage(numbers, size) {
  const recent = new RingBuffer(size);
  let sum = 0;
  return numbers.map((number) => {
    sum += number - (recent.push(number) ?? 0);
    return sum / recent.length;
  });
}

/** The largest of each `size` numbers in a row. */
export function slidingMax(numbers, size) {
  const result = [];
  const candidates = [];
  numbers.forEach((number, at) => {
    while (candidates.length > 0 && numbers[candidates.at(-1)] <= number) candidates.pop();
    candidates.push(at);
    if (candidates[0] <= at - size) candidates.shift();
    if (at >= size - 1) result.push(numbers[candidates[0]]);
  });
  return result;
}
