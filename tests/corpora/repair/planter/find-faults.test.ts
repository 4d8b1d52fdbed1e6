import { describe, expect, it } from "vitest";
import { createSourceParser } from "../../../../src/syntax/parse-source.ts";
import { plantBug } from "../plant-bug.ts";
import { buildPart } from "./fault-part.ts";
import { findFaults } from "./find-faults.ts";

const text = `import { x } from "./x.js";

export function firstAbove(list, limit = 0) {
  let found = null;
  for (const item of list) {
    if (item > limit && found === null) {
      found = item;
      break;
    }
  }
  if (found === null) return -1;
  return Math.min(found, x);
}
`;
const parser = createSourceParser();

async function plantAll(): Promise<ReadonlyMap<string, readonly string[]>> {
  const parsed = await parser.parse("a.js", text);
  if (parsed.status === "skipped") throw new Error(parsed.reason);
  const planted = new Map<string, string[]>();
  for (const fault of findFaults(parsed.source)) {
    const part = buildPart("a.js", text, fault);
    if (part === null) continue;
    const tree = plantBug({ "a.js": text }, { id: fault.title, parts: [part] })["a.js"] ?? "";
    planted.set(fault.class, [...(planted.get(fault.class) ?? []), tree]);
  }
  return planted;
}

describe("findFaults", () => {
  it.each([
    ["relational", "item >= limit"],
    ["logical", "item > limit || found"],
    ["call", "Math.max(found, x)"],
    ["default", "limit = 1"],
    ["missing-guard", "  }\n  return Math.min"],
    ["missing-return", "  Math.min(found, x);"],
    ["missing-return", "found = item;\n    }"],
    ["missing-accumulation", "null) {\n      break;"],
    ["argument", "Math.min(x, found)"],
    ["api", "const item in list"],
    ["null-check", "if (item > limit) {"],
    ["variable", "return Math.min(list, x)"],
  ])("makes a mistake of class %s", async (kind, part) => {
    const trees = (await plantAll()).get(kind) ?? [];
    expect(
      trees.some((tree) => tree.includes(part)),
      trees.join("\n\n"),
    ).toBe(true);
  });

  it("changes one place and nothing else", async () => {
    for (const tree of [...(await plantAll()).values()].flat()) {
      expect(tree).not.toBe(text);
      expect(tree.startsWith('import { x } from "./x.js";\n')).toBe(true);
      expect(Math.abs(tree.length - text.length)).toBeLessThan(100);
    }
  });
});

describe("buildPart", () => {
  it("takes in lines around until they occur once", () => {
    const twice = "a();\nif (x) {\n  go(1);\n}\nb();\nif (y) {\n  go(1);\n}\n";
    const start = twice.lastIndexOf("1");
    const part = buildPart("a.js", twice, {
      class: "constant",
      title: "",
      start,
      end: start + 1,
      replacement: "2",
    });
    expect(part && plantBug({ "a.js": twice }, { id: "x", parts: [part] })["a.js"]).toBe(
      "a();\nif (x) {\n  go(1);\n}\nb();\nif (y) {\n  go(2);\n}\n",
    );
  });

  it("takes a statement out with its line", () => {
    const lines = "a();\n  b();\nc();\n";
    const part = buildPart("a.js", lines, {
      class: "missing-statement",
      title: "",
      start: 7,
      end: 11,
      replacement: "",
    });
    expect(part && plantBug({ "a.js": lines }, { id: "x", parts: [part] })["a.js"]).toBe("a();\nc();\n");
  });
});
