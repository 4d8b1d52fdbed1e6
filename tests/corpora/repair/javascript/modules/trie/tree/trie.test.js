import assert from "node:assert/strict";
import { test } from "node:test";
import { Trie } from "./trie.js";

const of = (...words) => {
  const trie = new Trie();
  for (const word of words) trie.add(word);
  return trie;
};

test("has what was added", () => assert.equal(of("car", "cat").has("cat"), true));
test("does not have beginnings of words", () => assert.equal(of("cart").has("car"), false));
test("does not have what goes on", () => assert.equal(of("car").has("cart"), false));
test("adds a word once", () => {
  const trie = of("a");
  assert.equal(trie.add("a"), false);
  assert.equal(trie.add("ab"), true);
  assert.equal(trie.size, 2);
});
test("removes a word", () => {
  const trie = of("car", "cart");
  assert.equal(trie.remove("car"), true);
  assert.equal(trie.has("car"), false);
  assert.equal(trie.has("cart"), true);
  assert.equal(trie.size, 1);
});
test("removes a word with its branch", () => {
  const trie = of("car", "carton");
  trie.remove("carton");
  assert.deepEqual(trie.complete("car"), ["car"]);
  assert.equal(trie.has("car"), true);
});
test("removes nothing that is not there", () => {
  const trie = of("cart");
  assert.equal(trie.remove("car"), false);
  assert.equal(trie.remove("x"), false);
  assert.equal(trie.size, 1);
});
test("completes in order", () => {
  assert.deepEqual(of("cat", "car", "dog", "cart").complete("ca"), ["car", "cart", "cat"]);
});
test("completes up to a limit", () => assert.deepEqual(of("ab", "aa", "ac", "a").complete("a", 2), ["a", "aa"]));
test("completes nothing", () => assert.deepEqual(of("ab").complete("b"), []));
test("finds the longest word at the start", () => {
  const trie = of("a", "abc");
  assert.equal(trie.longestPrefix("abcd"), "abc");
  assert.equal(trie.longestPrefix("abx"), "a");
  assert.equal(trie.longestPrefix("xyz"), "");
});
test("takes the empty word", () => {
  const trie = of("");
  assert.equal(trie.has(""), true);
  assert.deepEqual(trie.complete(""), [""]);
});
