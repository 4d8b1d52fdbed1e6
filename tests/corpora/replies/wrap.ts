import type { Random } from "../harness/random.ts";

const before = [
  "Here is the change:\n\n",
  "Sure! I looked at `if (x) {` and at [the docs](http://localhost).\n",
  "- [ ] read\n- [x] fix {the bug}\n\n",
  "The set {a, b} matters. Answer:\n",
  '{"note": "not the answer"}\n',
  "",
];
const after = ["", "\n", "\n\nI hope that helps :-}", "\nSee [1] and `return [];`.", "\n\nDone."];

/** JSON as models send it: bare, fenced, between sentences, after thoughts. */
export function wrap(json: string, random: Random): string {
  const fenced = random.pick([
    json,
    `\`\`\`json\n${json}\n\`\`\``,
    `\`\`\`\n${json}\n\`\`\``,
    `\`\`\`JSON5\r\n${json}\r\n\`\`\``,
  ]);
  const isThought = random.int(0, 3) === 0;
  const thought = isThought
    ? random.pick(["<think>hm {", "[THINK]maybe [1,", "I could say {"]) + random.pick(["}", "", '"a": 1'])
    : "";
  if (!isThought)
    return random.pick(["", "\ufeff", "\n "]) + random.pick(before) + fenced + random.pick(after);
  const close = thought.startsWith("[") ? "[/THINK]" : "</think>";
  return `${thought.startsWith("I") ? "I could say so." : thought}${close}${fenced}${random.pick(after)}`;
}
