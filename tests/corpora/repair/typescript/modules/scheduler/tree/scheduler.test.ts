import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { criticalMinutes, plan, type Slot, summarize, type Task } from "./scheduler.ts";

const house: readonly Task[] = [
  { name: "plan", minutes: 10 },
  { name: "walls", minutes: 30, after: ["plan"] },
  { name: "garden", minutes: 15, after: ["plan"] },
  { name: "roof", minutes: 20, after: ["walls"] },
  { name: "party", minutes: 5, after: ["roof", "garden"] },
];
const short = (slots: readonly Slot[]) => slots.map(({ name, worker, start, end }) => `${name}@${worker}:${start}-${end}`);

describe("criticalMinutes", () => {
  it("is the longest way", () => {
    assert.deepEqual(Object.fromEntries(criticalMinutes(house)), { plan: 65, walls: 55, garden: 20, roof: 25, party: 5 });
  });
  it("refuses a cycle", () => {
    const cycle = [{ name: "a", minutes: 1, after: ["b"] }, { name: "b", minutes: 1, after: ["a"] }];
    assert.throws(() => criticalMinutes(cycle), /a cycle: a > b > a/);
  });
  it("refuses names that are not there", () => assert.throws(() => criticalMinutes([{ name: "a", minutes: 1, after: ["x"] }]), /a waits for x/));
  it("refuses a name twice", () => assert.throws(() => criticalMinutes([{ name: "a", minutes: 1 }, { name: "a", minutes: 2 }]), /same name/));
});
describe("plan", () => {
  it("does one after the other", () => {
    assert.deepEqual(short(plan(house, 1)), ["plan@0:0-10", "walls@0:10-40", "roof@0:40-60", "garden@0:60-75", "party@0:75-80"]);
  });
  it("uses more workers", () => {
    assert.deepEqual(short(plan(house, 2)), ["plan@0:0-10", "walls@0:10-40", "garden@1:10-25", "roof@0:40-60", "party@0:60-65"]);
  });
  it("takes the highest priority first", () => {
    const tasks = [{ name: "a", minutes: 9 }, { name: "b", minutes: 1, priority: 2 }, { name: "c", minutes: 3 }];
    assert.deepEqual(short(plan(tasks, 1)), ["b@0:0-1", "a@0:1-10", "c@0:10-13"]);
  });
  it("takes names in their order", () => {
    assert.deepEqual(short(plan([{ name: "z", minutes: 1 }, { name: "y", minutes: 1 }], 1)), ["y@0:0-1", "z@0:1-2"]);
  });
  it("waits for what it needs", () => {
    const tasks = [{ name: "long", minutes: 10 }, { name: "quick", minutes: 2 }, { name: "last", minutes: 1, after: ["long"] }];
    assert.deepEqual(short(plan(tasks, 2)), ["long@0:0-10", "quick@1:0-2", "last@0:10-11"]);
  });
  it("plans nothing", () => assert.deepEqual(plan([], 2), []));
});
describe("summarize", () => {
  it("tells the end and how busy all were", () => assert.deepEqual(summarize(plan(house, 2), 2), { end: 65, busy: 80 / 130 }));
  it("tells nothing of nothing", () => assert.deepEqual(summarize([], 3), { end: 0, busy: 0 }));
});
