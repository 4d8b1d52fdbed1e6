import type { Domain } from "../domain.ts";

const words = "amber birch copper delta ember falcon grove harbour indigo juniper kestrel lantern".split(" ");

/** Slugs of titles; only the first blank becomes a dash. */
export const slug: Domain = {
  module: "slug",
  names: ["slugify", "toSlug", "makeSlug"],
  parameters: [{ name: "title", type: "string" }],
  returns: "string",
  summary: "The part of an address that a title gives: lower case, dashes for blanks.",
  js: {
    buggy: 'return title.trim().toLowerCase().replace(" ", "-");',
    fixes: {
      operator: { body: 'return title.trim().toLowerCase().replaceAll(" ", "-");' },
      guard: { body: 'const text = title.trim().toLowerCase();\nreturn text.replace(/ /g, "-");' },
      loop: {
        body: 'let text = "";\nfor (const letter of title.trim().toLowerCase()) {\n  text += letter === " " ? "-" : letter;\n}\nreturn text;',
      },
      helper: {
        body: "return joinWords(title.trim().toLowerCase());",
        helper: 'function joinWords(text) {\n  return text.split(" ").join("-");\n}',
      },
    },
  },
  py: {
    buggy: 'return title.strip().lower().replace(" ", "-", 1)',
    fixes: {
      operator: { body: 'return title.strip().lower().replace(" ", "-")' },
      guard: { body: 'words = title.strip().lower().split(" ")\nreturn "-".join(words)' },
      loop: {
        body: 'text = ""\nfor letter in title.strip().lower():\n    text += "-" if letter == " " else letter\nreturn text',
      },
      helper: {
        body: "return _join_words(title.strip().lower())",
        helper: 'def _join_words(text):\n    return "-".join(text.split(" "))',
      },
    },
  },
  right: (title) => String(title).trim().toLowerCase().replaceAll(" ", "-"),
  ordinary: (random) => [`${capital(random.pick(words))} ${random.pick(words)}`],
  edge: (random) => {
    const [first = "", ...rest] = random.shuffle(words).slice(0, random.int(3, 5));
    return [[capital(first), ...rest].join(" ")];
  },
};

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
