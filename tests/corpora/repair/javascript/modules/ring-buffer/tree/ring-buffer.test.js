import { describe, expect, test } from "vitest";
import { movingAverage, RingBuffer, slidingMax } from "./ring-buffer.js";

const of = (capacity, ...items) => {
  const buffer = new RingBuffer(capacity);
  for (const item of items) buffer.push(item);
  return buffer;
};

describe("RingBuffer", () => {
  test("keeps the order", () => expect([...of(3, 1, 2)]).toEqual([1, 2]));
  test("pushes out the oldest", () => {
    const buffer = of(3, 1, 2, 3);
    expect(buffer.push(4)).toBe(1);
    expect([...buffer]).toEqual([2, 3, 4]);
    expect(buffer.length).toBe(3);
  });
  test("pushes out nothing while there is room", () => expect(of(2, 1).push(2)).toBe(undefined));
  test("goes round more than once", () => expect([...of(2, 1, 2, 3, 4, 5)]).toEqual([4, 5]));
  test("gives the oldest", () => {
    const buffer = of(3, 1, 2, 3, 4);
    expect(buffer.shift()).toBe(2);
    expect(buffer.length).toBe(2);
    buffer.push(5);
    expect([...buffer]).toEqual([3, 4, 5]);
  });
  test("has nothing to give", () => {
    const buffer = of(2, 1);
    buffer.shift();
    expect(buffer.shift()).toBe(undefined);
    expect(buffer.length).toBe(0);
  });
  test("is asked by place", () => {
    const buffer = of(3, 1, 2, 3, 4);
    expect([buffer.at(0), buffer.at(2), buffer.at(-1), buffer.at(-3)]).toEqual([2, 4, 4, 2]);
    expect([buffer.at(3), buffer.at(-4)]).toEqual([undefined, undefined]);
  });
  test("is full when it is", () => {
    expect(of(2, 1).isFull).toBe(false);
    expect(of(2, 1, 2).isFull).toBe(true);
  });
});
test("movingAverage", () => {
  expect(movingAverage([1, 2, 3, 4, 5], 3)).toEqual([1, 1.5, 2, 3, 4]);
  expect(movingAverage([], 3)).toEqual([]);
});
test("slidingMax", () => {
  expect(slidingMax([1, 3, -1, -3, 5, 3, 6, 7], 3)).toEqual([3, 3, 5, 5, 6, 7]);
  expect(slidingMax([9, 8, 7, 6], 2)).toEqual([9, 8, 7]);
  expect(slidingMax([1, 2], 3)).toEqual([]);
});
