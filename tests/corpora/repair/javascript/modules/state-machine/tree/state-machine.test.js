import assert from "node:assert/strict";
import { test } from "node:test";
import { createMachine, findReachable } from "./state-machine.js";

const door = {
  initial: "closed",
  context: { opened: 0, log: "" },
  states: {
    closed: { on: { open: { target: "open", action: ({ opened, log }) => ({ opened: opened + 1, log: `${log}a` }) }, lock: "locked" }, exit: ({ log }) => ({ log: `${log}x` }) },
    open: { on: { close: "closed", knock: { action: ({ log }) => ({ log: `${log}k` }) } }, entry: ({ log }) => ({ log: `${log}e` }) },
    locked: {
      on: {
        unlock: [
          { target: "closed", guard: (_, { code }) => code === 42 },
          { target: "alarm", guard: ({ opened }) => opened > 0 },
        ],
      },
    },
    alarm: {},
    cellar: { on: { up: "open" } },
  },
};

test("starts where it has to", () => assert.equal(createMachine(door).state, "closed"));
test("goes on", () => {
  const machine = createMachine(door);
  assert.equal(machine.send("open"), true);
  assert.equal(machine.state, "open");
  assert.equal(machine.context.opened, 1);
});
test("takes no notice of other events", () => {
  const machine = createMachine(door);
  assert.equal(machine.send("close"), false);
  assert.equal(machine.state, "closed");
  assert.deepEqual(machine.history, ["closed"]);
});
test("leaves, acts, then enters", () => {
  const machine = createMachine(door);
  machine.send("open");
  assert.equal(machine.context.log, "xae");
});
test("acts without going anywhere", () => {
  const machine = createMachine(door);
  machine.send("open");
  machine.send("knock");
  assert.equal(machine.context.log, "xaek");
  assert.deepEqual(machine.history, ["closed", "open"]);
});
test("asks guards in turn", () => {
  const machine = createMachine(door);
  machine.send("lock");
  assert.equal(machine.send("unlock", { code: 1 }), false);
  assert.equal(machine.send("unlock", { code: 42 }), true);
  assert.equal(machine.state, "closed");
});
test("takes the second way", () => {
  const machine = createMachine(door);
  for (const event of ["open", "close", "lock", "unlock"]) machine.send(event);
  assert.equal(machine.state, "alarm");
  assert.equal(machine.isDone(), true);
});
test("knows what it can do", () => {
  const machine = createMachine(door);
  assert.equal(machine.can("open"), true);
  assert.equal(machine.can("close"), false);
  assert.equal(machine.isDone(), false);
});
test("keeps its history to itself", () => {
  const machine = createMachine(door);
  machine.history.push("x");
  assert.deepEqual(machine.history, ["closed"]);
});
test("does not change the context that it is given", () => {
  createMachine(door).send("open");
  assert.equal(door.context.opened, 0);
});
test("refuses states that are not there", () => {
  assert.throws(() => createMachine({ initial: "x", states: {} }), /no such state: x/);
  assert.throws(() => createMachine({ initial: "a", states: { a: { on: { go: "b" } } } }), /a leads to no state: b/);
});
test("finds what can be reached", () => assert.deepEqual(findReachable(door), ["closed", "open", "locked", "alarm"]));
