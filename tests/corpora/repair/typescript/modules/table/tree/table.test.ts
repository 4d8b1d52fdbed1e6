import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Column, pivot, renderTable, sortBy } from "./table.ts";

type Person = { readonly name: string; readonly age: number | null };
const people: readonly Person[] = [
  { name: "Ann", age: 7 },
  { name: "Benjamin", age: 42 },
  { name: "Cy", age: null },
];
const columns: readonly Column<Person>[] = [
  { title: "name", read: ({ name }) => name },
  { title: "age", read: ({ age }) => age },
];

describe("renderTable", () => {
  it("fits columns to what is in them", () => {
    assert.equal(renderTable(people, columns), ["name      age", "--------  ---", "Ann         7", "Benjamin   42", "Cy"].join("\n"));
  });
  it("shows a head alone", () => assert.equal(renderTable([], columns), "name  age\n----  ---"));
  it("aligns", () => {
    const right = renderTable(people.slice(0, 2), [{ ...(columns[0] as Column<Person>), align: "right" }]);
    assert.equal(right, ["    name", "--------", "     Ann", "Benjamin"].join("\n"));
    const center = renderTable(people.slice(0, 2), [{ ...(columns[0] as Column<Person>), align: "center" }]);
    assert.equal(center, ["  name", "--------", "  Ann", "Benjamin"].join("\n"));
  });
  it("cuts what is too long", () => {
    const cut = renderTable(people, [{ ...(columns[0] as Column<Person>), maxWidth: 4 }]);
    assert.equal(cut, ["name", "----", "Ann", "Ben…", "Cy"].join("\n"));
  });
  it("takes another gap", () => assert.equal(renderTable([], columns, { gap: 1 }), "name age\n---- ---"));
});
describe("pivot", () => {
  const sales = [["a", 1], ["b", 5], ["a", 2], ["c", 0], ["d", 8]] as const;
  it("adds up, the largest first", () => {
    assert.deepEqual(pivot(sales, ([key]) => key, ([, count]) => count), [
      { key: "d", total: 8, share: 0.5 },
      { key: "b", total: 5, share: 0.3125 },
      { key: "a", total: 3, share: 0.1875 },
      { key: "c", total: 0, share: 0 },
    ]);
  });
  it("orders equal ones by key", () => {
    assert.deepEqual(pivot(["y", "x"], (key) => key, () => 1).map(({ key }) => key), ["x", "y"]);
  });
  it("has no shares of nothing", () => assert.deepEqual(pivot(["x"], (key) => key, () => 0), [{ key: "x", total: 0, share: 0 }]));
});
describe("sortBy", () => {
  const rows = [{ a: 2, b: "x" }, { a: 1, b: "y" }, { a: null, b: "z" }, { a: 2, b: "a" }];
  it("sorts by more than one", () => assert.deepEqual(sortBy(rows, ["a", "b"]).map(({ b }) => b), ["y", "a", "x", "z"]));
  it("turns round, and leaves nothing last", () => assert.deepEqual(sortBy(rows, ["-a", "b"]).map(({ b }) => b), ["a", "x", "y", "z"]));
  it("leaves its argument alone", () => {
    sortBy(rows, ["b"]);
    assert.equal(rows[0]?.b, "x");
  });
});
