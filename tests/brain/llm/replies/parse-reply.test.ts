import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type ParsedReply, parseReply } from "../../../../src/brain/llm/parse-reply.ts";

const review = z.object({ approved: z.boolean(), note: z.string().optional(), score: z.number().optional() });
type Review = z.infer<typeof review>;

function parse(text: string): ParsedReply<Review> {
  return parseReply({ text, finish: "stop", schema: review });
}

const answer = '{"approved": true, "note": "fine"}';
const value = { approved: true, note: "fine" };

describe("parseReply", () => {
  it.each([
    ["JSON alone", answer],
    ["a byte order mark ahead", `\ufeff${answer}`],
    ["white space around", `\r\n\t ${answer} \n`],
    ["a fence with a language", `\`\`\`json\n${answer}\n\`\`\``],
    ["a fence without one", `\`\`\`\n${answer}\n\`\`\``],
    ["a fence in upper case, and another language", `\`\`\`JSON5\n${answer}\n\`\`\``],
    ["a fence that is never closed", `\`\`\`json\n${answer}`],
    ["text before and after", `Here is my review:\n\n${answer}\n\nI hope that this helps.`],
    ["a sentence around", `Sure! ${answer} is what I think.`],
    ["braces in the prose", `In \`if (x) {\` nothing is wrong. ${answer} And {nothing} else, [no](link).`],
    ["template braces", `{${answer}}`],
    ["thoughts", `<think>maybe {"approved": false} or {"appr</think>${answer}`],
    ["thoughts of servers that keep the opening mark", `maybe {"approved": false}\n</think>\n\n${answer}`],
    ["thoughts in brackets", `[THINK]{"approved": false}[/THINK]${answer}`],
    ["an analysis channel", `<|channel|>analysis<|message|>{"approved": false}<|end|>${answer}`],
    ["JSON of another shape before", `{"style": "terse"}\n${answer}`],
    ["a checklist and footnotes", `- [ ] read\n- [x] think [1]\n${answer}\n[1]: http://localhost`],
    ["two answers, of which the first counts", `${answer}\n{"approved": false}`],
  ])("finds the answer in a reply with %s", (_what, text) => {
    expect(parse(text)).toEqual({ status: "parsed", value, isRepaired: false });
  });

  it.each([
    ["trailing commas", '{"approved": true, "note": "fine",}', value],
    ["no comma", '{"approved": true "note": "fine"}', value],
    ["single quotes", "{'approved': true, 'note': 'fine'}", value],
    ["curly quotes", "{“approved”: true, “note”: “fine”}", value],
    ["bare keys", '{approved: true, note: "fine"}', value],
    ["Python's words", '{"approved": True, "note": "fine"}', value],
    ["comments", '{"approved": true, // "yes", {\n "note": "fine" /* } */}', value],
    ["a fence", '```json\n{"approved": true, "note": "fine",}\n```', value],
    ["a sentence around", 'Sure: {"approved": true, "note": "fine",} That is all.', value],
    [
      "unescaped quotes",
      '{"approved": true, "note": "say "hi" now"}',
      { approved: true, note: 'say "hi" now' },
    ],
    [
      "one unescaped quote",
      '{"approved": true, "note": "a 65" screen"}',
      { approved: true, note: 'a 65" screen' },
    ],
    ["raw line breaks", '{"approved": true, "note": "a\n\tb"}', { approved: true, note: "a\n\tb" }],
    [
      "a regular expression",
      String.raw`{"approved": true, "note": "\d+\.\w"}`,
      { approved: true, note: String.raw`\d+\.\w` },
    ],
    [
      "an address among quotes",
      '{"approved": true, "note": "see "http://x.y" "}',
      { approved: true, note: 'see "http://x.y" ' },
    ],
    [
      "comment marks in strings",
      '{"approved": true, "note": "a // b /* c",}',
      { approved: true, note: "a // b /* c" },
    ],
    [
      "an unescaped quote ahead of a word with a bracket",
      '{"note": "a "b }c" d", "approved": true}',
      { approved: true, note: 'a "b }c" d' },
    ],
    [
      "a bare word that looks like a placeholder",
      '{approved: true, note: @1@, "why": "x"}',
      { approved: true, note: "@1@" },
    ],
  ])("repairs %s", (_what, text, expected) => {
    expect(parse(text)).toEqual({ status: "parsed", value: expected, isRepaired: true });
  });

  it.each([
    ["nothing", "", "no-json"],
    ["white space", " \n ", "no-json"],
    ["prose", "I would approve this, score 9.", "no-json"],
    ["a bare word", "true", "no-json"],
    ["an empty object", "{}", "no-json"],
    ["links and lists of prose", "- [ ] a [b](c), see [1] and [2, 3].", "no-json"],
    ["another shape", '{"decision": "fine"}', "invalid"],
    ["an object in code", "function ask() { return {approved: true}; }", "invalid"],
    ["a broken object in code", 'return {"approved": true,};', "invalid"],
    ["NaN", '{"approved": true, "score": NaN}', "invalid"],
    ["infinity", '{"approved": true, "score": 1e999}', "invalid"],
    ["a missing value", '{"approved": true, "note": }', "invalid"],
    ["something left out", '{"approved": true, ...}', "invalid"],
    ["two texts in one", '{"approved": true, "note": "a" + "b"}', "invalid"],
    ["code with quotes that look like the end", '{"approved": true, "note": "x = {"a": "b"}"}', "invalid"],
    [
      "code with quotes that look like the end, in prose",
      'So: {"approved": true, "note": "x = {a: "b"}", "score": 1}',
      "invalid",
    ],
    [
      "code that ends the answer in the middle of a string",
      '{"approved": true, "note": "x"}", "score": 1}',
      "invalid",
    ],
    ["a long answer in damaged JSON", `{"approved": true, "note": "${"x".repeat(60_000)}",}`, "invalid"],
    ["many damaged pieces", '{"approved": "yes",}\n'.repeat(199), "invalid"],
    ["brackets that do not match", '{"note": "a", "approved": true]', "invalid"],
    ["code with quotes that nobody can place", '{"approved": true, "note": "f("a", "b")"}', "invalid"],
    ["an apostrophe in single quotes", "{'approved': true, 'note': 'it's'}", "invalid"],
    ["a key that stands twice", '{"approved": false, "approved": true}', "invalid"],
    ["a key that stands twice, spelt otherwise", '{"approved": false, "\\u0061pproved": true}', "invalid"],
    ["a key that stands twice, after a repair", "{'approved': false, 'approved': true}", "invalid"],
    ["the key of a prototype", '{"approved": true, "__proto__": {"x": 1}}', "invalid"],
    ["endless nesting", `{"approved": true, "note": ${"[".repeat(1e5)}`, "invalid"],
    ["deep nesting", `{"approved": true, "x": ${"[".repeat(80)}${"]".repeat(80)}}`, "invalid"],
    ["thousands of objects", '{"a": 1} '.repeat(5_000), "invalid"],
    ["10 MB", `${answer}${" ".repeat(10_000_000)}`, "too-long"],
    ["thoughts alone", '<think>{"approved": true}</think>', "no-json"],
    ["thoughts without an end", '<think>{"approved": true}', "cut"],
    ["an answer that was only thought", '{"approved": true}</think> I think so.', "no-json"],
    ["a bracket that is missing", '{"approved": true, "note": "fine"', "cut"],
    ["a cut string that ends like an object", '{"approved": true, "note": "if (x) { y }', "cut"],
    ["a cut string that ends like the whole", '{"approved": true, "note": "see {}}', "cut"],
    ["an answer and the beginning of another", `${answer}\n{"approved": fal`, "cut"],
    ["a cut comment", '{"approved": true /* , "note": "fine"}', "cut"],
  ])("takes no answer from %s", (_what, text, fault) => {
    expect(parse(text)).toMatchObject({ status: "unusable", fault });
  });

  it("repairs only so much of one reply", () => {
    const long = `{"approved": true, "note": "${"x".repeat(40_000)}",}`;
    expect(parse(long)).toMatchObject({ status: "parsed", isRepaired: true });
    expect(parse(`{"other": "${"x".repeat(40_000)}",}\n${long}`)).toMatchObject({ fault: "invalid" });
  });

  it("checks only so much of one reply", () => {
    const schema = z.object({ found: z.array(z.object({ at: z.number() })) });
    const misfits = (count: number) => JSON.stringify({ found: Array.from({ length: count }, () => ({})) });
    const fit = '{"found": [{"at": 1}]}';
    const parseFound = (text: string) => parseReply({ text, finish: "stop", schema });
    expect(parseFound(`${misfits(9_000)}\n${fit}`)).toMatchObject({ status: "parsed" });
    expect(parseFound(misfits(300_000))).toMatchObject({
      reason: expect.stringMatching(/more than 20000 values/),
    });
    expect(parseFound(`${`${misfits(9_000)}\n`.repeat(8)}${fit}`)).toMatchObject({ fault: "invalid" });
  });

  it("takes no answer from a reply that its provider cut off, or that is a refusal", () => {
    expect(parseReply({ text: answer, finish: "length", schema: review })).toMatchObject({ fault: "cut" });
    expect(parseReply({ text: answer, finish: "refusal", schema: review })).toMatchObject({
      fault: "refused",
    });
  });

  it("takes a list that stands by itself, never one in a sentence", () => {
    const schema = z.array(z.string());
    const parseList = (text: string) => parseReply({ text, finish: "stop", schema });
    for (const text of [
      '["a", "b"]',
      'The list:\n["a", "b",]\n',
      '```\n["a", "b"]\n```',
      'It is: ["a", "b"].',
    ])
      expect(parseList(text)).toMatchObject({ status: "parsed", value: ["a", "b"] });
    for (const text of ["- [ ] a", "see [] there", 'call f(["a"]) now', "[]( )", '["a", "b']) {
      expect(parseList(text)).toMatchObject({ status: "unusable" });
    }
    expect(parseList("[]")).toMatchObject({ status: "parsed", value: [] });
  });

  it("names by path what does not fit, a few at a time", () => {
    const schema = z.strictObject({ edits: z.array(z.strictObject({ path: z.string(), at: z.number() })) });
    const reason = (text: string) => {
      const parsed = parseReply({ text, finish: "stop", schema });
      return parsed.status === "unusable" ? parsed.reason : "";
    };
    expect(reason('{"edits": [{"path": "a", "at": "3"}, {"at": 1, "why": 0}]}')).toBe(
      'the JSON does not fit: edits[0].at: expected number, received string; edits[1].path: is missing; edits[1]: Unrecognized key: "why"',
    );
    const many = JSON.stringify({ edits: Array.from({ length: 9 }, () => ({ path: 1, at: 1 })) });
    expect(reason(many)).toMatch(/edits\[5\].path: [^;]+; and 3 more$/);
    expect(reason(`{"${"k".repeat(9_999)}": 1}`).length).toBeLessThan(600);
  });
});
