export function sample({ Heap, largest, mergeSorted }, random) {
  const numbers = random.list(random.int(0, 12), () => random.int(-9, 9));
  const heap = new Heap(random.pick([undefined, (a, b) => b - a]), numbers);
  const seen = [];
  for (let step = 0; step < 12; step += 1) {
    const number = random.int(-9, 9);
    const act = random.pick(["push", "pop", "peek", "replace"]);
    if (act === "push") heap.push(number);
    else if (act === "replace") {
      if (heap.size > 0) seen.push(heap.replace(number));
    } else seen.push(heap[act]());
    seen.push(heap.size);
  }
  const lists = random.list(random.int(0, 4), () =>
    random.list(random.int(0, 5), () => random.int(0, 20)).sort((a, b) => a - b),
  );
  return [seen, heap.drain(), largest(numbers, random.int(0, 6)), mergeSorted(lists), numbers, lists];
}
