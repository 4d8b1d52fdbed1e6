import type { Random } from "../harness/random.ts";
import { damages } from "./honest-replies.ts";
import { makeCandidate } from "./make-candidate.ts";
import { hollow, type ReplyFamily } from "./reply-case.ts";

/** Replies that were cut off: nothing may be read from any. */
export const cutReplies: readonly ReplyFamily[] = [
  {
    name: "cut anywhere",
    make(random) {
      const json = JSON.stringify(makeCandidate(random), null, random.pick([0, 2]));
      return hollow(json.slice(0, random.int(1, json.length - 1)));
    },
  },
  {
    name: "cut right behind a bracket or a quote",
    make(random) {
      const json = JSON.stringify(makeCandidate(random));
      const places = [...json.matchAll(/[\]}"]/g)]
        .map(({ index }) => index + 1)
        .filter((at) => at < json.length);
      return hollow(json.slice(0, random.pick(places)));
    },
  },
  {
    name: "cut in a fence, between sentences",
    make(random) {
      const json = JSON.stringify(makeCandidate(random));
      const cut = json.slice(0, random.int(1, json.length - 1));
      return hollow(
        random.pick([
          `Here:\n\`\`\`json\n${cut}`,
          `Here:\n\`\`\`json\n${cut}\n\`\`\``,
          `So: ${cut}\n\nDone.`,
        ]),
      );
    },
  },
  {
    name: "cut at the limit, whole JSON or not",
    make(random) {
      const json = JSON.stringify(makeCandidate(random));
      return hollow(random.pick([json, json.slice(0, random.int(0, json.length))]), "length");
    },
  },
  {
    name: "cut in a second answer",
    make(random) {
      const json = JSON.stringify(makeCandidate(random));
      return hollow(`${json}\n${json.slice(0, random.int(2, json.length - 1))}`);
    },
  },
  {
    name: "thoughts without an end",
    make: (random) =>
      hollow(`${random.pick(["<think>", "[THINK]", "<thinking>"])}${JSON.stringify(makeCandidate(random))}`),
  },
  ...Object.entries(damages).map(([name, damage]) => ({
    name: `${name}, cut`,
    make(random: Random) {
      const json = JSON.stringify(makeCandidate(random, random.int(0, 1) === 0), null, random.pick([0, 2]));
      const damaged = damage(json, () => random.int(0, 1) === 0);
      return hollow(damaged.slice(0, random.int(1, damaged.lastIndexOf("}"))));
    },
  })),
];

const code = [
  "export function plan() {\n  return { summary: 'x', edits: [{ path: 'a', old: '', new: 'b' }] };\n}",
  "const change = {summary: `x`, edits: [{path, old, new: next}]};",
  "apply({'summary': 'x', 'edits': [{'path': 'a', 'old': '', 'new': 'b'}]})",
  "type Change = { summary: string; edits: { path: string; old: string; new: string }[] };",
  "summary: x\nedits:\n  - path: a\n    old: ''\n    new: b",
  "```diff\n--- a/src/a.ts\n+++ b/src/a.ts\n@@ -1 +1 @@\n-a\n+b\n```",
  "<edits><edit path='a'><old/><new>b</new></edit></edits>",
];
const pages = [
  "<!doctype html><html><body><h1>502 Bad Gateway</h1></body></html>",
  '{"error": {"message": "The server had an error", "type": "server_error"}}',
  'data: {"id":"1","choices":[{"delta":{"content":"{\\"summary\\""}}]}\n\ndata: [DONE]\n',
  "event: error\ndata: overloaded\n\n",
  "undefined",
  "[object Object]",
  "null",
];
const bombs: readonly ((random: Random) => string)[] = [
  (random) => random.pick(["[", "{", '{"edits":[', "[[[{", '{"a":']).repeat(random.int(100, 20_000)),
  (random) =>
    random
      .pick(["{}", "[]", '{"a":1}', '"', "'", "\\", "```", "<think>", "</think>"])
      .repeat(random.int(100, 20_000)),
  (random) => `{"summary":"${'\\"'.repeat(random.int(10, 9_000))}`,
  (random) =>
    `{"summary":${random.pick(['"a" ', "a,", "'a'", "/*", "//", '"]x'])}`.repeat(random.int(10, 4_000)),
  (random) => `{"summary": "x", "edits": ${"[".repeat(random.int(70, 900))}${"]".repeat(900)}}`,
  (random) => `{"summary": "x", "edits": [${"{},".repeat(random.int(10, 90_000))}{}]}`,
];

/** Wrong in one place, so that the rest looks like an answer. */
const spoils: readonly ((json: string, random: Random) => string)[] = [
  (json) => json.replace('"edits":[', '"edits":[],"more":['),
  (json) => json.replace('"summary":', '"summary":"first","summary":'),
  (json) => json.replace('"path":', '"path":"/etc/passwd","path":'),
  (json) => json.replace('"summary":', '"__proto__":{"edits":[]},"summary":'),
  (json) => json.replace('"old":', '"old":null,"why":'),
  (json) => json.replace(/"summary":"[^"]*"/, '"summary":["a"]'),
  (json) => json.replace(/"path":"[^"]*"/, '"path":17'),
  (json) => json.replace(/^\{/, "{...,"),
  (json) => json.replace(/\]\}$/, "]"),
  (json) => json.replace(/\]\}$/, "}]"),
  (json) => `[${json}]`,
  (json) => JSON.stringify(json),
];

/** Replies that never held an answer. */
export const garbageReplies: readonly ReplyFamily[] = [
  {
    name: "noise",
    make: (random) =>
      hollow(String.fromCharCode(...Array.from({ length: random.int(0, 400) }, () => random.int(0, 0xffff)))),
  },
  {
    name: "JSON's own characters in any order",
    make: (random) =>
      hollow(
        Array.from({ length: random.int(1, 200) }, () =>
          random.pick([
            "{",
            "}",
            "[",
            "]",
            '"',
            "'",
            ":",
            ",",
            "\\",
            " ",
            "\n",
            "a",
            "summary",
            "edits",
            "1",
            "//",
            "```",
          ]),
        ).join(""),
      ),
  },
  { name: "code", make: (random) => hollow(random.shuffle(code).slice(0, random.int(1, 4)).join("\n\n")) },
  { name: "error pages and streams", make: (random) => hollow(random.pick(pages)) },
  { name: "nesting and repetition without end", make: (random) => hollow(random.pick(bombs)(random)) },
  {
    name: "an answer that is wrong in one place",
    make: (random) => hollow(random.pick(spoils)(JSON.stringify(makeCandidate(random, true)), random)),
  },
  { name: "refusals", make: (random) => hollow(JSON.stringify(makeCandidate(random)), "refusal") },
  {
    name: "answers that were only thought",
    make(random) {
      const json = JSON.stringify(makeCandidate(random));
      return hollow(
        random.pick([
          `<think>${json}</think>`,
          `${json}\n</think>\nI am not sure.`,
          `[THINK]${json}[/THINK] no`,
        ]),
      );
    },
  },
  {
    name: "megabytes",
    make: (random) => hollow(`${JSON.stringify(makeCandidate(random))}${" ".repeat(1_000_001)}`),
  },
];
