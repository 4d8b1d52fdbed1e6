import assert from "node:assert/strict";
import { test } from "node:test";
import { Emitter } from "./emitter.js";

test("tells what is emitted", () => {
  const emitter = new Emitter();
  const heard = [];
  emitter.on("a", (...values) => heard.push(values));
  assert.equal(emitter.emit("a", 1, 2), 1);
  assert.deepEqual(heard, [[1, 2]]);
});
test("tells nobody else", () => {
  const emitter = new Emitter();
  emitter.on("a", () => assert.fail());
  assert.equal(emitter.emit("b"), 0);
});
test("keeps the order of listeners", () => {
  const emitter = new Emitter();
  const heard = [];
  for (const name of ["x", "y", "z"]) emitter.on("a", () => heard.push(name));
  emitter.emit("a");
  assert.deepEqual(heard, ["x", "y", "z"]);
});
test("tells once", () => {
  const emitter = new Emitter();
  let times = 0;
  emitter.once("a", () => times++);
  emitter.emit("a");
  emitter.emit("a");
  assert.equal(times, 1);
  assert.equal(emitter.count("a"), 0);
});
test("the result of on stops that one alone", () => {
  const emitter = new Emitter();
  const listener = () => {};
  const stop = emitter.on("a", listener);
  emitter.on("a", listener);
  stop();
  assert.equal(emitter.count("a"), 1);
});
test("off stops a listener everywhere in a name", () => {
  const emitter = new Emitter();
  const listener = () => {};
  emitter.on("a", listener);
  emitter.on("a", () => {});
  emitter.on("a", listener);
  assert.equal(emitter.off("a", listener), 2);
  assert.equal(emitter.count("a"), 1);
});
test("off without a listener stops all of the name", () => {
  const emitter = new Emitter();
  emitter.on("a", () => {});
  emitter.on("b", () => {});
  emitter.off("a");
  assert.deepEqual(emitter.names(), ["b"]);
});
test("a star hears everything, with the name", () => {
  const emitter = new Emitter();
  const heard = [];
  emitter.on("*", (...values) => heard.push(values));
  emitter.emit("a", 1);
  emitter.emit("b");
  assert.deepEqual(heard, [["a", 1], ["b"]]);
});
test("a star hears once", () => {
  const emitter = new Emitter();
  let times = 0;
  emitter.on("*", () => times++, { isOnce: true });
  emitter.emit("a");
  emitter.emit("a");
  assert.equal(times, 1);
});
test("a star is told once of a star", () => {
  const emitter = new Emitter();
  emitter.on("*", () => {});
  assert.equal(emitter.emit("*"), 1);
});
test("a listener that stops another one while it is told stops it for the next time", () => {
  const emitter = new Emitter();
  const heard = [];
  emitter.on("a", () => {
    heard.push("first");
    emitter.off("a", second);
  });
  const second = () => heard.push("second");
  emitter.on("a", second);
  emitter.emit("a");
  emitter.emit("a");
  assert.deepEqual(heard, ["first", "second", "first"]);
});
test("one that fails does not keep others from being told", () => {
  const emitter = new Emitter();
  let isTold = false;
  emitter.on("a", () => {
    throw new Error("no");
  });
  emitter.on("a", () => {
    isTold = true;
  });
  assert.throws(() => emitter.emit("a"), AggregateError);
  assert.equal(isTold, true);
});
test("counts all", () => {
  const emitter = new Emitter();
  emitter.on("a", () => {});
  emitter.on("a", () => {});
  emitter.on("b", () => {});
  assert.equal(emitter.count(), 3);
  assert.equal(emitter.count("none"), 0);
});
