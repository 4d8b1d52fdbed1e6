import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { bump, compare, maxSatisfying, parse, satisfies } from "./semver.js";

describe("parse", () => {
  it("reads the parts", () => {
    assert.deepEqual(parse("v1.20.3-beta.2+build"), { major: 1, minor: 20, patch: 3, tags: ["beta", "2"] });
  });
  it("refuses other text", () => assert.throws(() => parse("1.2"), TypeError));
});
describe("compare", () => {
  const order = ["0.9.9", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0", "1.2.0", "1.10.0", "2.0.0"];
  it("orders versions by number", () => assert.equal(compare("1.10.0", "1.9.0"), 1));
  it("orders them as the specification does", () => {
    assert.deepEqual([...order].reverse().sort(compare), order);
  });
  it("takes equal ones for equal", () => assert.equal(compare("1.2.3", "v1.2.3+x"), 0));
});
describe("bump", () => {
  it("starts smaller parts at zero", () => {
    assert.equal(bump("1.2.3", "major"), "2.0.0");
    assert.equal(bump("1.2.3", "minor"), "1.3.0");
    assert.equal(bump("1.2.3", "patch"), "1.2.4");
  });
  it("ends a pre-release", () => assert.equal(bump("1.2.3-rc.1", "patch"), "1.2.3"));
  it("knows no other kind", () => assert.throws(() => bump("1.2.3", "huge"), TypeError));
});
describe("satisfies", () => {
  it("caret keeps the major part", () => {
    assert.equal(satisfies("1.9.0", "^1.2.3"), true);
    assert.equal(satisfies("2.0.0", "^1.2.3"), false);
    assert.equal(satisfies("1.2.2", "^1.2.3"), false);
  });
  it("caret keeps the minor part below 1", () => {
    assert.equal(satisfies("0.3.0", "^0.2.3"), false);
    assert.equal(satisfies("0.2.9", "^0.2.3"), true);
  });
  it("tilde keeps the minor part", () => {
    assert.equal(satisfies("1.2.9", "~1.2.3"), true);
    assert.equal(satisfies("1.3.0", "~1.2.3"), false);
  });
  it("compares", () => {
    assert.equal(satisfies("1.0.0", ">=1.0.0"), true);
    assert.equal(satisfies("1.0.0", ">1.0.0"), false);
    assert.equal(satisfies("1.0.0", "<= 1.0.0"), true);
    assert.equal(satisfies("1.0.0", "<1.0.0"), false);
    assert.equal(satisfies("1.0.0", "1.0.0"), true);
  });
});
describe("maxSatisfying", () => {
  it("finds the highest", () => assert.equal(maxSatisfying(["1.2.0", "1.10.0", "2.0.0", "1.9.0"], "^1.0.0"), "1.10.0"));
  it("finds none", () => assert.equal(maxSatisfying(["2.0.0"], "^1.0.0"), null));
});
