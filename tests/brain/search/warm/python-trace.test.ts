import { describe, expect, it } from "vitest";
import { pytestWarmRunner } from "../../../../src/brain/search/warm/python-pytest-runner.ts";
import { unittestWarmRunner } from "../../../../src/brain/search/warm/python-unittest-runner.ts";
import { openPython, pythonGates } from "./open-python.ts";

const shapes = `"""Formen: ä 😀"""
RATE = 2


def area(width, height):
    if width < 0 or height < 0: return 0
    return width * height * RATE if height > 1 else width


class Cart:
    def add(self, price, count):
        total = price * count
        return total - 1
`;
const pytestFile = `from shapes import area, Cart\n\ndef test_area():\n    assert area(2, 3) == 12\n\ndef test_flat():\n    assert area(-1, 3) == 0\n\ndef test_cart():\n    assert Cart().add(2, 3) == 6\n`;
const unittestFile = `import unittest\nfrom shapes import area, Cart\n\nclass T(unittest.TestCase):\n    def test_area(self):\n        self.assertEqual(area(2, 3), 12)\n    def test_flat(self):\n        self.assertEqual(area(-1, 3), 0)\n    def test_cart(self):\n        self.assertEqual(Cart().add(2, 3), 6)\n`;

const cases = [
  ["pytest", pytestWarmRunner, pythonGates.pytest(), pytestFile],
  ["unittest", unittestWarmRunner, pythonGates.unittest(), unittestFile],
] as const;

describe.each(cases)("traces of %s in a warm session", (_name, runner, gate, text) => {
  it("tell each test's lines and what it left out of them, and values where they are noted", async () => {
    await using opened = await openPython({
      files: { "shapes.py": shapes, "test_shapes.py": text },
      gate,
      runner,
    });
    const session = opened.session();
    const traces = await session.trace();
    const of = (name: string) => traces.find(({ test }) => test?.includes(name));
    expect(of("test_cart")?.status).toBe("failed");
    expect([...(of("test_cart")?.lines.get("shapes.py") ?? [])]).toEqual(expect.arrayContaining([2, 12, 13]));
    expect(of("test_cart")?.lines.get("shapes.py")?.has(6)).toBe(false);
    expect(of("test_area")?.status).toBe("passed");
    const missed = (name: string) =>
      of(name)
        ?.missed?.get("shapes.py")
        ?.map(({ start, end }) => shapes.slice(start, end));
    expect(missed("test_area")).toEqual(["return 0", "width"]);
    expect(missed("test_flat")).toEqual(["height < 0"]);
    const noted = shapes.replace("price * count", '__nightshift_note("a", price * count)');
    const values = await session.observe([{ path: "shapes.py", mode: "100644", content: noted }]);
    expect(values.get("a")).toMatchObject([{ type: "int", text: "6" }]);
    expect(values.get("a")?.[0]?.test).toContain("test_cart");
  });
});
