import type { Random } from "../harness/random.ts";
import type { Candidate } from "./reply-case.ts";

/** Pieces of code and prose with all that makes JSON hard: quotes, braces, backslashes, fences, marks, comments. */
const pieces = [
  "const total = items.length;",
  'if (name === "none") { return {}; }',
  "return { ...rest, [key]: value };",
  "for (const [a, b] of pairs) {",
  "}",
  "],",
  "/* keep { this */",
  "// see http://localhost/[id]",
  'it\'s a "65\\" screen"',
  String.raw`text.replace(/\d+\.\s*"/g, "\n")`,
  `\`\${left}, \${right}\``,
  "<think>no</think>",
  "```json\n{}\n```",
  "# {'a': None}",
  '{"summary": "inner", "edits": []}',
  "ä €  🎉 \u2028",
  "",
  "\ta,\r\n\tb",
  "print('yes', \"no\")",
];

/** A change with one to four edits; `isPlain` leaves out what only careful notation can carry. */
export function makeCandidate(random: Random, isPlain = false): Candidate {
  const text = () =>
    Array.from({ length: random.int(1, 4) }, () =>
      isPlain ? random.pick(["total", "count + 1", "x > 2", "left = right;", "a b c"]) : random.pick(pieces),
    ).join(random.pick([" ", "\n"]));
  return {
    summary: `compare with ${random.pick(["<=", ">=", "===", "a set"])} instead ${random.int(1, 99)}`,
    edits: Array.from({ length: random.int(1, 4) }, (_, at) => ({
      path: `src/${random.pick(["a", "b", "deep/c"])}${at}.ts`,
      old: text(),
      new: text(),
    })),
  };
}
