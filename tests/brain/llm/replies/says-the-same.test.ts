import { describe, expect, it } from "vitest";
import { saysTheSame } from "../../../../src/brain/llm/replies/says-the-same.ts";

describe("saysTheSame", () => {
  it.each([
    ["quotes", '{"a": "b"}', "{'a': `b`}"],
    ["quotes in content", '{"a": "b \\"c\\" d"}', '{"a": "b "c" d"}'],
    ["commas", '[1, "a"]', '[1 "a",]'],
    ["white space", '{"a":1}', "{ a\n: 1 }"],
    ["line breaks in content", '{"a": "b\\nc"}', '{"a": "b\nc"}'],
    ["escapes", '{"a": "\\u00e9\\\\d\\/"}', '{"a": "é\\\\d/"}'],
    ["words of Python", '[true, false, null, "True"]', "[True, False, None, 'True']"],
  ])("sees past other %s", (_what, json, text) => {
    expect(saysTheSame(json, text)).toBe(true);
  });

  it.each([
    ["a bracket was closed", '{"a": [1]}', '{"a": [1'],
    ["a value was made up", '{"a": null}', '{"a": }'],
    ["content was dropped", '{"a": "bd"}', '{"a": "bcd"}'],
    ["the rest was dropped", '{"a": "b"}', '{"a": "b"} c'],
    ["a bracket was dropped", '{"a": "b"}', '{"a": "b"}}'],
    ["dots were dropped", "[1]", "[1, ...]"],
    ["an apostrophe became a quote", '{"a": "it\\"s"}', "{'a': 'it's'}"],
    ["a backslash was dropped", '{"a": "d+"}', '{"a": "\\\\d+"}'],
    ["an escaped line break was dropped", '{"a": "bc"}', '{"a": "b\\nc"}'],
    ["things stand in another order", '{"a": "bc"}', '{"a": "cb"}'],
    ["numbers differ", "[10]", "[1]"],
  ])("sees that %s", (_what, json, text) => {
    expect(saysTheSame(json, text)).toBe(false);
  });
});
