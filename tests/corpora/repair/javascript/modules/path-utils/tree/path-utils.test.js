import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { baseName, commonFolder, extension, join, normalize, relative, resolve } from "./path-utils.js";

describe("normalize", () => {
  it("takes dots away", () => assert.equal(normalize("a/./b//c/"), "a/b/c"));
  it("goes up", () => assert.equal(normalize("/a/b/../c"), "/a/c"));
  it("keeps what goes above a relative start", () => assert.equal(normalize("../a/../../b"), "../../b"));
  it("cannot go above the root", () => assert.equal(normalize("/../a"), "/a"));
  it("has a dot for nothing", () => assert.equal(normalize("a/.."), "."));
  it("keeps the root", () => assert.equal(normalize("/"), "/"));
});
it("joins", () => {
  assert.equal(join("a", "", "../b", "c"), "b/c");
  assert.equal(join("/a", "b"), "/a/b");
  assert.equal(join(), ".");
});
it("resolves", () => {
  assert.equal(resolve("/home", "a", "../b"), "/home/b");
  assert.equal(resolve("/home", "/etc", "x"), "/etc/x");
});
describe("relative", () => {
  it("goes down", () => assert.equal(relative("/a", "/a/b/c"), "b/c"));
  it("goes up and down", () => assert.equal(relative("/a/b/c", "/a/d"), "../../d"));
  it("stays", () => assert.equal(relative("/a/b", "/a/b/"), ""));
  it("tells names apart that begin alike", () => assert.equal(relative("/a/bc", "/a/b"), "../b"));
});
describe("baseName", () => {
  it("is the last part", () => assert.equal(baseName("/a/b.txt"), "b.txt"));
  it("does not mind a slash at the end", () => assert.equal(baseName("/a/b/"), "b"));
  it("takes off a suffix", () => assert.equal(baseName("/a/b.txt", ".txt"), "b"));
  it("keeps a name that is the suffix", () => assert.equal(baseName(".txt", ".txt"), ".txt"));
});
describe("extension", () => {
  it("begins at the last dot", () => assert.equal(extension("a/b.tar.gz"), ".gz"));
  it("is nothing in a hidden file", () => assert.equal(extension("a/.env"), ""));
  it("is not found in folders", () => assert.equal(extension("a.b/c"), ""));
});
describe("commonFolder", () => {
  it("is what all share", () => assert.equal(commonFolder(["a/b/c.js", "a/b/d/e.js", "a/b/f.js"]), "a/b"));
  it("is nothing where nothing is shared", () => assert.equal(commonFolder(["a/b", "c/d"]), ""));
  it("is the folder of one file", () => assert.equal(commonFolder(["a/b.js"]), "a"));
  it("is nothing of nothing", () => assert.equal(commonFolder([]), ""));
});
