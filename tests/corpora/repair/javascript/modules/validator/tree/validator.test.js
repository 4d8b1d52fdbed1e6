import { describe, expect, it } from "vitest";
import { applyDefaults, validate } from "./validator.js";

const messages = (schema, value) => validate(schema, value).map(({ path, message }) => `${path} ${message}`.trim());

describe("validate", () => {
  it("takes what fits", () => expect(validate({ type: "string" }, "a")).toEqual([]));
  it("knows types", () => {
    expect(messages({ type: "object" }, [])).toEqual(["is not object"]);
    expect(messages({ type: "object" }, null)).toEqual(["is not object"]);
    expect(messages({ type: "integer" }, 1.5)).toEqual(["is not integer"]);
    expect(messages({ type: "number" }, Number.NaN)).toEqual(["is not number"]);
    expect(messages({ type: ["string", "null"] }, null)).toEqual([]);
    expect(messages({ type: ["string", "null"] }, 1)).toEqual(["is not string or null"]);
  });
  it("knows choices", () => expect(messages({ enum: ["a", "b"] }, "c")).toEqual(["is none of a, b"]));
  it("knows bounds, which are in", () => {
    const schema = { type: "number", minimum: 1, maximum: 3 };
    expect([0, 1, 3, 4].map((value) => messages(schema, value)[0])).toEqual(["is below 1", undefined, undefined, "is above 3"]);
  });
  it("knows lengths", () => {
    const schema = { minLength: 2, maxLength: 3 };
    expect(["a", "ab", "abc", "abcd"].map((value) => messages(schema, value)[0])).toEqual(["is shorter than 2", undefined, undefined, "is longer than 3"]);
    expect(messages({ maxLength: 1 }, "😀")).toEqual([]);
  });
  it("knows patterns", () => expect(messages({ pattern: "^a+$" }, "ab")).toEqual(["does not match ^a+$"]));
  it("looks into lists", () => {
    expect(messages({ items: { type: "number" } }, [1, "x", 2, "y"])).toEqual(["[1] is not number", "[3] is not number"]);
    expect(messages({ uniqueItems: true }, [{ a: 1 }, { a: 1 }])).toEqual(["holds something twice"]);
  });
  it("looks into objects", () => {
    const schema = { required: ["id"], properties: { id: { type: "integer" }, tags: { items: { type: "string" } } } };
    expect(messages(schema, { tags: ["a", 1] })).toEqual(["id is missing", "tags[1] is not string"]);
    expect(messages(schema, { id: 1, other: true })).toEqual([]);
  });
  it("names the way to a fault", () => {
    const schema = { properties: { a: { properties: { b: { type: "string" } }, required: ["c"] } } };
    expect(messages(schema, { a: { b: 1 } })).toEqual(["a.c is missing", "a.b is not string"]);
  });
  it("knows no other names on demand", () => {
    expect(messages({ properties: { a: {} }, additionalProperties: false }, { a: 1, b: 2 })).toEqual(["b is not known"]);
  });
});
describe("applyDefaults", () => {
  const schema = { properties: { a: { default: 1 }, b: { properties: { c: { default: [2] } } } } };
  it("fills in", () => expect(applyDefaults(schema, { b: {} })).toEqual({ a: 1, b: { c: [2] } }));
  it("keeps what is there", () => expect(applyDefaults(schema, { a: 0, x: 5 })).toEqual({ a: 0, x: 5 }));
  it("fills in within lists", () => expect(applyDefaults({ items: schema }, [{}, { a: 2 }])).toEqual([{ a: 1 }, { a: 2 }]));
  it("gives each its own default", () => {
    const filled = applyDefaults(schema, { b: {} });
    filled.b.c.push(3);
    expect(applyDefaults(schema, { b: {} }).b.c).toEqual([2]);
  });
});
