import { describe, expect, it } from "vitest";
import { createStore } from "./store.ts";

const open = (depth?: number) => {
  const store = createStore({ count: 0, name: "a" }, depth === undefined ? {} : { depth });
  const seen: string[] = [];
  store.subscribe(({ count, name }, previous) => seen.push(`${previous.count}${previous.name}>${count}${name}`));
  return { store, seen };
};

describe("set", () => {
  it("changes a part", () => {
    const { store } = open();
    store.set({ count: 1 });
    expect(store.get()).toEqual({ count: 1, name: "a" });
    store.set({ count: 1, name: "b" });
    expect(store.get()).toEqual({ count: 1, name: "b" });
  });
  it("changes by what was", () => {
    const { store } = open();
    store.set(({ count }) => ({ count: count + 2 }));
    expect(store.get().count).toBe(2);
  });
  it("tells who listens", () => {
    const { store, seen } = open();
    store.set({ count: 1 });
    store.set({ name: "b" });
    expect(seen).toEqual(["0a>1a", "1a>1b"]);
  });
  it("tells nobody of nothing", () => {
    const { store, seen } = open();
    store.set({ count: 0 });
    store.set({});
    expect(seen).toEqual([]);
  });
  it("leaves the state that it had", () => {
    const initial = { count: 0 };
    createStore(initial).set({ count: 5 });
    expect(initial.count).toBe(0);
  });
});
it("stops telling", () => {
  const store = createStore({ count: 0 });
  let told = 0;
  const stop = store.subscribe(() => told++);
  store.set({ count: 1 });
  stop();
  store.set({ count: 2 });
  expect(told).toBe(1);
});
it("selects a part", () => {
  const { store } = open();
  const seen: unknown[] = [];
  store.select(({ name }) => name, (name, previous) => seen.push([previous, name]));
  store.set({ count: 1 });
  store.set({ name: "b" });
  store.set({ count: 2 });
  store.set({ name: "c" });
  expect(seen).toEqual([["a", "b"], ["b", "c"]]);
});
describe("batch", () => {
  it("tells once", () => {
    const { store, seen } = open();
    store.batch(() => {
      store.set({ count: 1 });
      store.batch(() => store.set({ count: 2 }));
      store.set({ name: "z" });
    });
    expect(seen).toEqual(["0a>2z"]);
    store.undo();
    expect(store.get()).toEqual({ count: 0, name: "a" });
  });
  it("tells also where it fails", () => {
    const { store, seen } = open();
    expect(() =>
      store.batch(() => {
        store.set({ count: 1 });
        throw new Error("no");
      }),
    ).toThrow("no");
    expect(seen).toEqual(["0a>1a"]);
    store.set({ count: 2 });
    expect(seen.length).toBe(2);
  });
  it("tells nobody of nothing", () => {
    const { store, seen } = open();
    store.batch(() => {});
    expect(seen).toEqual([]);
    expect(store.undo()).toBe(false);
  });
});
describe("undo and redo", () => {
  it("go back and forth", () => {
    const { store, seen } = open();
    store.set({ count: 1 });
    store.set({ count: 2 });
    expect(store.undo()).toBe(true);
    expect(store.get().count).toBe(1);
    store.undo();
    expect(store.undo()).toBe(false);
    expect(store.get().count).toBe(0);
    store.redo();
    store.redo();
    expect(store.redo()).toBe(false);
    expect(store.get().count).toBe(2);
    expect(seen.at(-1)).toBe("1a>2a");
  });
  it("a change ends what could come again", () => {
    const { store } = open();
    store.set({ count: 1 });
    store.undo();
    store.set({ count: 5 });
    expect(store.redo()).toBe(false);
  });
  it("goes back so far", () => {
    const { store } = open(2);
    for (const count of [1, 2, 3]) store.set({ count });
    while (store.undo());
    expect(store.get().count).toBe(1);
  });
});
