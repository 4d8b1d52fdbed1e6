import { describe, expect, it } from "vitest";
import { nodeTestGate as gate } from "../../helpers/node-test-gate.ts";
import { searchProject } from "../../helpers/search-task.ts";

const head = 'import { test } from "node:test";\nimport assert from "node:assert/strict";\n';

/** A title, the right source, the planted bug (a part of it → what stands there instead), and the tests. */
const bugs: readonly (readonly [string, string, string, string, string])[] = [
  [
    "a comparison at its boundary",
    "export function isLast(page, pages) {\n  if (page >= pages) return true;\n  return false;\n}\n",
    ">= pages",
    "> pages",
    'import { isLast } from "../src/a.js";\ntest("last", () => assert.equal(isLast(3, 3), true));\ntest("not last", () => assert.equal(isLast(1, 3), false));\n',
  ],
  [
    "an index one too far",
    "export function last(list) {\n  const at = list.length - 1;\n  return list[at];\n}\n",
    "list.length - 1",
    "list.length",
    'import { last } from "../src/a.js";\ntest("last", () => assert.equal(last([1, 2]), 2));\n',
  ],
  [
    "a sum that subtracts",
    "export function total(items) {\n  let sum = 0;\n  for (const item of items) sum += item.price * item.count;\n  return sum;\n}\n",
    "sum +=",
    "sum -=",
    'import { total } from "../src/a.js";\ntest("total", () => assert.equal(total([{ price: 2, count: 3 }]), 6));\ntest("empty", () => assert.equal(total([]), 0));\n',
  ],
  [
    "min for max",
    "export const clamp = (value, low, high) => Math.max(low, Math.min(high, value));\n",
    "Math.max(low",
    "Math.min(low",
    'import { clamp } from "../src/a.js";\ntest("in", () => assert.equal(clamp(5, 0, 10), 5));\ntest("out", () => assert.equal(clamp(-5, 0, 10), 0));\n',
  ],
  [
    "a forgotten return",
    "export function names(users) {\n  return users.map((user) => {\n    return user.name.trim();\n  });\n}\n",
    "return user.name",
    "user.name",
    'import { names } from "../src/a.js";\ntest("names", () => assert.deepEqual(names([{ name: " a " }]), ["a"]));\n',
  ],
  [
    "a condition the wrong way round",
    "export function visible(items) {\n  return items.filter((item) => !item.hidden);\n}\n",
    "!item.hidden",
    "item.hidden",
    'import { visible } from "../src/a.js";\ntest("visible", () => assert.deepEqual(visible([{ hidden: true }, { id: 1 }]), [{ id: 1 }]));\n',
  ],
  [
    "arguments in the wrong order",
    'const pad = (text, width) => text.padStart(width, "0");\nexport function time(h, m) {\n  return pad(String(h), 2) + ":" + pad(String(m), 2);\n}\n',
    "pad(String(m), 2)",
    "pad(2, String(m))",
    'import { time } from "../src/a.js";\ntest("time", () => assert.equal(time(7, 5), "07:05"));\n',
  ],
  [
    "a name for another one",
    "export function range(start, end) {\n  const out = [];\n  for (let at = start; at < end; at += 1) out.push(at);\n  return out;\n}\n",
    "out.push(at)",
    "out.push(end)",
    'import { range } from "../src/a.js";\ntest("range", () => assert.deepEqual(range(1, 4), [1, 2, 3]));\n',
  ],
  [
    "a regular expression without its flag",
    'export const slug = (text) => text.toLowerCase().replace(/\\s+/g, "-");\n',
    "/g,",
    "/,",
    'import { slug } from "../src/a.js";\ntest("slug", () => assert.equal(slug("A b c"), "a-b-c"));\n',
  ],
  [
    "a missing await",
    "const load = async (id) => ({ id });\nexport async function find(id) {\n  const found = await load(id);\n  return found.id;\n}\n",
    "await load",
    "load",
    'import { find } from "../src/a.js";\ntest("find", async () => assert.equal(await find(4), 4));\n',
  ],
];

describe("search on node:test projects", () => {
  it.each(bugs)("mends %s", async (_title, right, part, wrong, tests) => {
    expect(right).toContain(part);
    const files = {
      "package.json": '{"type":"module"}',
      "src/a.js": right.replace(part, wrong),
      "src/b.js": "export const unused = (a, b) => (a < b ? a - 1 : b + 1);\n",
      "test/a.test.js": head + tests,
      "test/b.test.js": `${head}import { unused } from "../src/b.js";\ntest("b", () => assert.equal(unused(2, 3), 1));\n`,
    };
    const { proposals, end, status } = await searchProject({ files, gate });
    expect(proposals, JSON.stringify(end)).toHaveLength(1);
    expect(proposals[0]?.edits.map(({ path }) => path)).toEqual(["src/a.js"]);
    expect(status).toBe("");
  });
});
