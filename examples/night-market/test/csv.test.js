import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseCsv, parseRecords } from "../src/csv.js";

describe("csv", () => {
  it("splits lines and fields", () => {
    assert.deepEqual(parseCsv("a,b\n1,2\n"), [["a", "b"], ["1", "2"]]);
    assert.deepEqual(parseCsv("a,,c\r\n"), [["a", "", "c"]]);
  });

  it("keeps commas in quoted fields", () => {
    assert.deepEqual(parseCsv('tea,"hot, sweet",2'), [["tea", "hot, sweet", "2"]]);
    assert.deepEqual(parseCsv('"",x'), [["", "x"]]);
  });

  it("reads doubled quotes as one", () => {
    assert.deepEqual(parseCsv('tea,"the ""house"" blend",2'), [["tea", 'the "house" blend', "2"]]);
    assert.deepEqual(parseCsv('"""x"""'), [['"x"']]);
  });

  it("names the fields by the first row", () => {
    assert.deepEqual(parseRecords("name,price\ntea,2\nbun"), [
      { name: "tea", price: "2" },
      { name: "bun", price: "" },
    ]);
  });
});
