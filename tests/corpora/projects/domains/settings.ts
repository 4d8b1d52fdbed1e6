import type { Domain } from "../domain.ts";

const keys = "colour region theme locale query filter path".split(" ");

/** Pairs in a text; a value with an equals sign in it is cut. */
export const settings: Domain = {
  module: "settings",
  names: ["parsePairs", "readPairs", "pairsOf"],
  parameters: [{ name: "text", type: "string" }],
  returns: "Record<string, string>",
  summary: "The pairs of a text such as `a=1;b=2`; what stands behind the first equals sign is the value.",
  js: {
    buggy:
      'const pairs = {};\nfor (const part of text.split(";")) {\n  const [key, value] = part.split("=");\n  pairs[key] = value;\n}\nreturn pairs;',
    fixes: {
      operator: {
        body: 'const pairs = {};\nfor (const part of text.split(";")) {\n  const [key, ...rest] = part.split("=");\n  pairs[key] = rest.join("=");\n}\nreturn pairs;',
      },
      guard: {
        body: 'const pairs = {};\nfor (const part of text.split(";")) {\n  const at = part.indexOf("=");\n  pairs[part.slice(0, at)] = part.slice(at + 1);\n}\nreturn pairs;',
      },
      loop: {
        body: 'return Object.fromEntries(\n  text.split(";").map((part) => {\n    const at = part.indexOf("=");\n    return [part.slice(0, at), part.slice(at + 1)];\n  }),\n);',
      },
      helper: {
        body: 'return Object.fromEntries(text.split(";").map(splitPair));',
        helper:
          'function splitPair(part) {\n  const at = part.indexOf("=");\n  return [part.slice(0, at), part.slice(at + 1)];\n}',
      },
    },
  },
  py: {
    buggy:
      'pairs = {}\nfor part in text.split(";"):\n    key, value = part.split("=")[:2]\n    pairs[key] = value\nreturn pairs',
    fixes: {
      operator: {
        body: 'pairs = {}\nfor part in text.split(";"):\n    key, value = part.split("=", 1)\n    pairs[key] = value\nreturn pairs',
      },
      guard: {
        body: 'pairs = {}\nfor part in text.split(";"):\n    key, _, value = part.partition("=")\n    pairs[key] = value\nreturn pairs',
      },
      loop: { body: 'return dict(part.split("=", 1) for part in text.split(";"))' },
      helper: {
        body: 'return dict(_split_pair(part) for part in text.split(";"))',
        helper: 'def _split_pair(part):\n    key, _, value = part.partition("=")\n    return key, value',
      },
    },
  },
  right: (text) =>
    Object.fromEntries(
      String(text)
        .split(";")
        .map((part) => [part.slice(0, part.indexOf("=")), part.slice(part.indexOf("=") + 1)]),
    ),
  ordinary: (random) => {
    const [first, second] = random.shuffle(keys);
    return [`${first}=${random.int(10, 99)};${second}=v${random.int(10, 99)}`];
  },
  edge: (random) => {
    const [first, second] = random.shuffle(keys);
    return [`${first}=k${random.int(10, 99)}=${random.int(10, 99)};${second}=n${random.int(10, 99)}`];
  },
};
