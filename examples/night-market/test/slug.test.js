import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { slugOf } from "../src/slug.js";

describe("slug", () => {
  it("joins words by dashes", () => {
    assert.equal(slugOf("Bao & Friends"), "bao-friends");
    assert.equal(slugOf("  24 Stars!  "), "24-stars");
  });

  it("drops accents", () => {
    assert.equal(slugOf("Café Olé"), "cafe-ole");
  });

  it("never is empty", () => {
    assert.equal(slugOf("…"), "stall");
  });
});
