import type { Domain } from "../domain.ts";

/** Groups of a size; what is left over at the end is lost. */
export const batches: Domain = {
  module: "batches",
  names: ["inBatches", "chunked", "groupsOf"],
  parameters: [
    { name: "items", type: "readonly number[]" },
    { name: "size", type: "number" },
  ],
  returns: "number[][]",
  summary: "Items in groups of a size, in their order; the last group holds what is left.",
  js: {
    buggy:
      "const groups = [];\nfor (let start = 0; start + size <= items.length; start += size) {\n  groups.push(items.slice(start, start + size));\n}\nreturn groups;",
    fixes: {
      operator: {
        body: "const groups = [];\nfor (let start = 0; start < items.length; start += size) {\n  groups.push(items.slice(start, start + size));\n}\nreturn groups;",
      },
      guard: {
        body: "const groups = [];\nlet start = 0;\nwhile (start + size <= items.length) {\n  groups.push(items.slice(start, start + size));\n  start += size;\n}\nif (start < items.length) {\n  groups.push(items.slice(start));\n}\nreturn groups;",
      },
      loop: {
        body: "const groups = [];\nfor (const item of items) {\n  const last = groups.at(-1);\n  if (last === undefined || last.length === size) {\n    groups.push([item]);\n  } else {\n    last.push(item);\n  }\n}\nreturn groups;",
      },
      helper: {
        body: "return startsOf(items.length, size).map((start) => items.slice(start, start + size));",
        helper:
          "function startsOf(length, size) {\n  return Array.from({ length: Math.ceil(length / size) }, (_, index) => index * size);\n}",
      },
    },
  },
  py: {
    buggy:
      "groups = []\nstart = 0\nwhile start + size <= len(items):\n    groups.append(items[start : start + size])\n    start += size\nreturn groups",
    fixes: {
      operator: {
        body: "groups = []\nstart = 0\nwhile start < len(items):\n    groups.append(items[start : start + size])\n    start += size\nreturn groups",
      },
      guard: {
        body: "groups = []\nstart = 0\nwhile start + size <= len(items):\n    groups.append(items[start : start + size])\n    start += size\nif start < len(items):\n    groups.append(items[start:])\nreturn groups",
      },
      loop: { body: "return [items[start : start + size] for start in range(0, len(items), size)]" },
      helper: {
        body: "return [items[start : start + size] for start in _starts(len(items), size)]",
        helper: "def _starts(length, size):\n    return range(0, length, size)",
      },
    },
  },
  right: (items, size) => {
    const list = items as readonly number[];
    const step = Number(size);
    const length = Math.ceil(list.length / step);
    return Array.from({ length }, (_, index) => list.slice(index * step, (index + 1) * step));
  },
  ordinary: (random) => {
    const size = random.int(2, 3);
    return [Array.from({ length: size * 2 }, () => random.int(11, 99)), size];
  },
  edge: (random) => {
    const size = random.int(3, 4);
    return [Array.from({ length: size + random.int(1, size - 1) }, () => random.int(11, 99)), size];
  },
};
