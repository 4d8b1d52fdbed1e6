import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parseToolArguments } from "../../../../src/brain/llm/replies/parse-tool-arguments.ts";

const schema = z.strictObject({ path: z.string(), from: z.int().optional() });

function parse(given: string) {
  return parseToolArguments({ name: "read_file", arguments: given }, schema);
}

const value = { path: "a.ts", from: 3 };

describe("parseToolArguments", () => {
  it.each([
    ["JSON", '{"path": "a.ts", "from": 3}', false],
    ["white space around", '\n {"path": "a.ts", "from": 3}\n', false],
    ["JSON in a string", JSON.stringify(JSON.stringify(value)), false],
    ["a fence around", '```json\n{"path": "a.ts", "from": 3}\n```', false],
    ["a trailing comma", '{"path": "a.ts", "from": 3,}', true],
    ["single quotes and bare keys", "{path: 'a.ts', from: 3}", true],
  ])("takes %s", (_what, given, isRepaired) => {
    expect(parse(given)).toEqual({ status: "valid", value, isRepaired });
  });

  it("takes no arguments as none", () => {
    const call = { name: "finish", arguments: "" };
    expect(parseToolArguments(call, z.strictObject({}))).toMatchObject({ status: "valid", value: {} });
    expect(parseToolArguments(call, schema)).toEqual({
      status: "invalid",
      message: "read_file was not run: its arguments do not fit: path: is missing.".replace(
        "read_file",
        "finish",
      ),
    });
  });

  it.each([
    ["are cut off in a string", '{"path": "a.', /cut off/],
    ["are cut off between keys", '{"path": "a.ts", ', /cut off/],
    ["lack a bracket", '{"path": "a.ts"', /cut off/],
    ["stand twice", '{"path": "a.ts"}{"path": "b.ts"}', /something stands behind/],
    ["are explained", '{"path": "a.ts"} as you asked', /something stands behind/],
    ["are a list", '["a.ts"]', /one JSON object/],
    ["are prose", "the file a.ts", /one JSON object/],
    ["are a call in code", 'read_file(path="a.ts")', /one JSON object/],
    ["are a string that is none", '"a.ts"', /one JSON object/],
    ["name a key twice", '{"path": "a.ts", "path": "/etc/passwd"}', /stands twice/],
    ["reach a prototype", '{"path": "a.ts", "__proto__": {}}', /__proto__/],
    ["leave something out", '{"path": "a.ts", ...}', /change what it says/],
    ["do not match in brackets", '{"path": ["a.ts"}', /brackets do not match/],
    ["are nested without end", `{"path": ${"[".repeat(1e5)}`, /nested deeper/],
    ["are 10 MB", `{"path": "${"a".repeat(1e7)}"}`, /longer than/],
    ["are damaged and long", `{"path": "${"a".repeat(60_000)}",}`, /not valid, and longer than 50000/],
    ["have another type", '{"path": "a.ts", "from": "three"}', /from: expected int|from: expected number/],
    ["have a key that does not exist", '{"pth": "a.ts"}', /path: is missing; Unrecognized key: "pth"/],
  ])("tells the model what is wrong where arguments %s", (_what, given, message) => {
    const parsed = parse(given);
    expect(parsed).toMatchObject({ status: "invalid", message: expect.stringMatching(message) });
    expect(JSON.stringify(parsed).length).toBeLessThan(500);
  });
});
