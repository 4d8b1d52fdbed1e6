export function sample({ RingBuffer, movingAverage, slidingMax }, random) {
  const buffer = new RingBuffer(random.int(1, 4));
  const seen = [];
  for (let step = 0; step < 16; step += 1) {
    const act = random.pick(["push", "push", "push", "shift", "at"]);
    seen.push(buffer[act](act === "at" ? random.int(-5, 5) : step), buffer.length, buffer.isFull);
  }
  const numbers = random.list(random.int(0, 9), () => random.int(-9, 9));
  return [seen, [...buffer], buffer.capacity, movingAverage(numbers, random.int(1, 4)), slidingMax(numbers, random.int(1, 4)), numbers];
}
