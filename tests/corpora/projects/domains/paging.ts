import type { Domain } from "../domain.ts";

/** Counts pages; the last one, which is not full, is forgotten. */
export const paging: Domain = {
  module: "paging",
  names: ["countPages", "pageCount", "pagesFor"],
  parameters: [
    { name: "total", type: "number" },
    { name: "size", type: "number" },
  ],
  returns: "number",
  summary: "How many pages of a size a list of so many entries fills, the last one in part.",
  js: {
    buggy: "return Math.floor(total / size);",
    fixes: {
      operator: { body: "return Math.ceil(total / size);" },
      guard: {
        body: "const full = Math.floor(total / size);\nif (total % size > 0) {\n  return full + 1;\n}\nreturn full;",
      },
      loop: {
        body: "let pages = 0;\nfor (let left = total; left > 0; left -= size) {\n  pages += 1;\n}\nreturn pages;",
      },
      helper: {
        body: "return Math.floor(total / size) + restPages(total, size);",
        helper: "function restPages(total, size) {\n  return total % size === 0 ? 0 : 1;\n}",
      },
    },
  },
  py: {
    buggy: "return total // size",
    fixes: {
      operator: { body: "return -(-total // size)" },
      guard: { body: "full = total // size\nif total % size > 0:\n    return full + 1\nreturn full" },
      loop: { body: "pages = 0\nwhile total > 0:\n    total -= size\n    pages += 1\nreturn pages" },
      helper: {
        body: "return total // size + _rest_pages(total, size)",
        helper: "def _rest_pages(total, size):\n    return 0 if total % size == 0 else 1",
      },
    },
  },
  right: (total, size) => Math.ceil(Number(total) / Number(size)),
  ordinary: (random) => {
    const size = random.int(3, 30);
    return [size * random.int(1, 20), size];
  },
  edge: (random) => {
    const size = random.int(3, 30);
    return [size * random.int(2, 20) + random.int(1, size - 1), size];
  },
};
