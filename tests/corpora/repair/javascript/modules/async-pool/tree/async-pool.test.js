import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { chunk, createMutex, mapLimited, memoizeAsync, pipeline, retry } from "./async-pool.js";

const turns = async (count) => {
  for (let at = 0; at < count; at++) await null;
};

describe("mapLimited", () => {
  it("keeps the order", async () => {
    const results = await mapLimited([5, 1, 3], 2, async (count) => {
      await turns(count);
      return count * 10;
    });
    assert.deepEqual(results, [50, 10, 30]);
  });
  it("runs no more than its limit", async () => {
    let [running, most] = [0, 0];
    await mapLimited([1, 2, 3, 4, 5], 2, async () => {
      running++;
      most = Math.max(most, running);
      await turns(3);
      running--;
    });
    assert.equal(most, 2);
  });
  it("does each once", async () => {
    const done = [];
    await mapLimited([1, 2, 3], 2, async (item) => {
      done.push(item);
      await turns(2);
    });
    assert.deepEqual(done, [1, 2, 3]);
  });
  it("tells the place", async () => assert.deepEqual(await mapLimited(["a", "b"], 5, async (item, at) => item + at), ["a0", "b1"]));
  it("fails where a task does", async () => {
    await assert.rejects(mapLimited([1], 1, async () => Promise.reject(new Error("no"))), /no/);
  });
  it("has nothing of nothing", async () => assert.deepEqual(await mapLimited([], 3, async () => 1), []));
  it("refuses to do nothing", async () => assert.rejects(mapLimited([1], 0, async () => 1), RangeError));
});
describe("retry", () => {
  it("tries until it works", async () => {
    const tries = [];
    const value = await retry(async (attempt) => {
      tries.push(attempt);
      if (attempt < 3) throw new Error("not yet");
      return "done";
    });
    assert.equal(value, "done");
    assert.deepEqual(tries, [1, 2, 3]);
  });
  it("gives up", async () => {
    let tries = 0;
    const task = async () => {
      tries++;
      throw new Error(`try ${tries}`);
    };
    await assert.rejects(retry(task, { attempts: 2 }), /try 2/);
    assert.equal(tries, 2);
  });
  it("does not try what cannot be mended", async () => {
    let tries = 0;
    const task = async () => {
      tries++;
      throw new Error("fatal");
    };
    await assert.rejects(retry(task, { shouldRetry: ({ message }) => message !== "fatal" }), /fatal/);
    assert.equal(tries, 1);
  });
  it("waits between tries", async () => {
    const waits = [];
    await retry(async () => Promise.reject(new Error("no")), { wait: async (attempt) => waits.push(attempt) }).catch(() => {});
    assert.deepEqual(waits, [1, 2]);
  });
});
describe("memoizeAsync", () => {
  it("asks once", async () => {
    let asked = 0;
    const find = memoizeAsync(async (key) => `${key}${++asked}`);
    assert.deepEqual(await Promise.all([find("a"), find("a"), find("b")]), ["a1", "a1", "b2"]);
  });
  it("asks again after a failure", async () => {
    let asked = 0;
    const find = memoizeAsync(async () => {
      asked++;
      if (asked === 1) throw new Error("first");
      return asked;
    });
    await assert.rejects(find("a"), /first/);
    assert.equal(await find("a"), 2);
  });
});
describe("pipeline", () => {
  it("hands values on", async () => assert.equal(await pipeline([async (x) => x + 1, (x) => x * 2], 3), 8));
  it("ends where there is nothing", async () => {
    assert.equal(await pipeline([() => undefined, () => assert.fail()], 3), undefined);
  });
});
describe("createMutex", () => {
  it("runs one at a time, in order", async () => {
    const mutex = createMutex();
    const seen = [];
    const section = (name) => async () => {
      seen.push(`${name} in`);
      await turns(3);
      seen.push(`${name} out`);
      return name;
    };
    assert.deepEqual(await Promise.all([mutex.run(section("a")), mutex.run(section("b"))]), ["a", "b"]);
    assert.deepEqual(seen, ["a in", "a out", "b in", "b out"]);
  });
  it("goes on after a failure", async () => {
    const mutex = createMutex();
    await assert.rejects(mutex.run(async () => Promise.reject(new Error("no"))), /no/);
    assert.equal(await mutex.run(async () => 2), 2);
  });
  it("counts who waits", async () => {
    const mutex = createMutex();
    const all = [mutex.run(() => 1), mutex.run(() => 2)];
    assert.equal(mutex.waiting, 2);
    await Promise.all(all);
    assert.equal(mutex.waiting, 0);
  });
});
it("chunk", async () => {
  const groups = [];
  for await (const group of chunk([1, 2, 3, 4, 5], 2)) groups.push(group);
  assert.deepEqual(groups, [[1, 2], [3, 4], [5]]);
});
it("chunk of what fills its groups", async () => {
  const groups = [];
  for await (const group of chunk([1, 2], 2)) groups.push(group);
  assert.deepEqual(groups, [[1, 2]]);
});
