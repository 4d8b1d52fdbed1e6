import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { paginate } from "../src/pages.js";

const stalls = ["ada", "bao", "chi", "dim", "eel"];

describe("pages", () => {
  it("cuts a list into pages", () => {
    assert.deepEqual(paginate(stalls, { page: 1, size: 2 }).items, ["ada", "bao"]);
    assert.deepEqual(paginate(stalls, { page: 3, size: 2 }).items, ["eel"]);
  });

  it("counts the pages", () => {
    assert.equal(paginate(stalls, { size: 2 }).pageCount, 3);
    assert.equal(paginate(stalls, { size: 5 }).pageCount, 1);
    assert.equal(paginate([], { size: 5 }).pageCount, 1);
  });

  it("knows the first page from the last", () => {
    const first = paginate(stalls, { page: 1, size: 2 });
    assert.equal(first.hasPrevious, false);
    assert.equal(first.hasNext, true);
    const last = paginate(stalls, { page: 3, size: 2 });
    assert.equal(last.hasPrevious, true);
    assert.equal(last.hasNext, false);
  });

  it("refuses pages that cannot be", () => {
    for (const page of [0, -1, 1.5]) assert.throws(() => paginate(stalls, { page }), RangeError);
  });
});
