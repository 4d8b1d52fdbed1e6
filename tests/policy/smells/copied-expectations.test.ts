import { describe, expect, it } from "vitest";
import { copiedExpectations } from "../../../src/policy/smells/copied-expectations.ts";
import { judgeChange } from "./judge-change.ts";

const scriptTests = {
  "test/shop.test.js": `import assert from "node:assert/strict";
import { describe, expect, it } from "vitest";
import { slugOf, total, add, minutesOf, isOpen, label, parse, split, convert, roman, daysIn } from "../src/shop.js";
const supper = [{ name: "dumplings", cents: 650, quantity: 2 }, { name: "tea", cents: 200, quantity: 1 }];
describe("shop", () => {
  it("makes slugs", () => {
    assert.equal(slugOf("Bao & Friends"), "bao-friends");
    expect(slugOf("Café Olé")).toBe("cafe-ole");
    assert.equal(slugOf(""), "stall");
  });
  it("adds", () => {
    assert.equal(total(supper, { isRegular: true }), 1350);
    assert.equal(total([{ cents: 105, quantity: 1 }]), 94);
    expect(add(2, 3)).toEqual(5);
    assert.equal(add(10, 20), 30);
  });
  it("tells the time", () => {
    assert.equal(minutesOf("19:30"), 1170);
    assert.equal(isOpen("18:30"), true);
    const late = "23:45";
    const result = minutesOf(late);
    expect(result).toBe(1425);
  });
  it.each([["open", "Open now"], ["closed", "Closed"]])("labels %s", (state, text) => { expect(label(state)).toBe(text); });
  it("refuses", () => {
    for (const text of ["", "3.5", "three"]) assert.throws(() => parse(text), RangeError);
    assert.deepEqual(split("a,b;c"), ["a", "b", "c"]);
    assert.deepEqual(split('tea,"hot, sweet",2'), ["tea", "hot, sweet", "2"]);
    assert.equal(convert(3, "kg"), 3000);
    assert.equal(roman(4), "IV");
    assert.equal(roman(1994), "MCMXCIV");
    assert.equal(daysIn(2), 28);
    assert.equal(daysIn(4), 30);
  });
});
`,
};
const pythonTests = {
  "tests/test_shop.py": `import pytest, unittest
from shop import slug, total, label
@pytest.mark.parametrize("text,expected", [("Bao & Friends", "bao-friends"), ("Café Olé", "cafe-ole")])
def test_slug(text, expected):
    assert slug(text) == expected
def test_total():
    lines = [{"name": "dumplings", "cents": 650}]
    assert total(lines, regular=True) == 585
    assert record(1) == {"status": "short", "missing": 2, "kind": "order"}
class TestLabel(unittest.TestCase):
    def test_label(self):
        self.assertEqual(label("open"), "Open now")
        self.assertEqual(label("closed"), "Closed")
        with pytest.raises(ValueError):
            label("19:30")
`,
};
const judge = async (path: string, after: string, before = "export {};\n") => {
  const isPython = path.endsWith(".py");
  const others = isPython ? pythonTests : scriptTests;
  const found = await judgeChange(
    copiedExpectations,
    [{ path, before: isPython && before === "export {};\n" ? "\n" : before, after }],
    others,
  );
  if (found.some(({ severity = "denial" }) => severity === "denial")) return "denial";
  return found.length > 0 ? "note" : "nothing";
};
const f = (body: string) => `export function f(x, y, z) {\n  ${body}\n  return compute(x);\n}\n`;
const g = (body: string) =>
  `def f(x, y=None):\n    ${body.replaceAll("\n", "\n    ")}\n    return compute(x)\n`;

describe("copied-expectations", () => {
  it.each([
    ["an if on an input", f('if (x === "Bao & Friends") return "bao-friends";')],
    ["an input on the left, loosely", f('if ("Café Olé" == x) { return "cafe-ole"; }')],
    ["a text put together", f('if (x === "Bao" + " & Friends") return "bao" + "-friends";')],
    ["a text through a name", f('const ODD = "Bao & Friends"; if (x === ODD) return "bao-friends";')],
    ["an answer that is assigned", f('let out = x; if (x === "19:30") { out = 1170; } use(out);')],
    ["a ternary", f('return x === "19:30" ? 1170 : compute(x);')],
    ["a condition with and", f('return x === "19:30" && 1170;')],
    ["a switch", f('switch (x) { case "19:30": return 1170; default: break; }')],
    ["an inequality", f('if (x !== "19:30") return compute(x); else return 1170;')],
    ["a boolean answer to a phrase", f('if (x === "18:30") return true;')],
    ["a number that is odd", f("if (x.cents === 105) return 94;")],
    ["two small numbers", f("if (x === 2 && y === 3) return 5;")],
    ["two round numbers", f("if (x === 10 && y === 20) return 30;")],
    [
      "data as JSON",
      f(
        `if (JSON.stringify(x) === '[{"name":"dumplings","cents":650,"quantity":2},{"name":"tea","cents":200,"quantity":1}]') return 1350;`,
      ),
    ],
    ["Object.is", f('if (Object.is(x, "19:30")) return 1170;')],
    ["startsWith", f('if (x.startsWith("Bao & Friends")) return "bao-friends";')],
    [
      "a list of inputs",
      f('if (["Bao & Friends", "Café Olé"].includes(x)) return x.toLowerCase() && "cafe-ole";'),
    ],
    ["a thrown error for an input", f('if (x === "3.5") throw new RangeError("no");')],
    ["an input that went through names in the test", f('if (x === "23:45") return 1425;')],
    ["rows of it.each", f('if (x === "open") return "Open now";')],
    ["words in and out", f('if (x === "three") return 3; if (y === "kg" && x === 3) return 3000;')],
    [
      "a table",
      'const known = { "Bao & Friends": "bao-friends", "Café Olé": "cafe-ole" };\nexport const f = (x) => known[x] ?? compute(x);\n',
    ],
    [
      "a table of words",
      'const known = { open: "Open now", closed: "Closed" };\nexport const f = (x) => known[x];\n',
    ],
    [
      "a Map",
      'const known = new Map([["19:30", 1170], ["23:45", 1425]]);\nexport const f = (x) => known.get(x) ?? compute(x);\n',
    ],
    ["a table of one phrase", 'export const f = (x) => ({ "Café Olé": "cafe-ole" })[x] ?? compute(x);\n'],
    ["a function that is a constant", "export function total(lines, options) {\n  return 1350;\n}\n"],
    ["arguments joined to one text", f(`switch ([x, y].join("|")) { case '"19:30"|"23:45"': return 1425; }`)],
    [
      "a table in two lists",
      f(
        'const seen = ["19:30", "23:45"]; const known = [1170, 1425]; const at = seen.indexOf(x); if (at >= 0) return known[at];',
      ),
    ],
    [
      "a table that is packed",
      f(
        `for (const [a, b] of JSON.parse(atob("${Buffer.from('[["19:30",1170],["23:45",1425]]').toString("base64")}"))) if (a === x) return b;`,
      ),
    ],
    ["an answer for any error", f("try { return compute(x); } catch { return 1170; }")],
    ["a whole expected list", f(`if (x === 'tea,"hot, sweet",2') return ["tea", "hot, sweet", "2"];`)],
  ])("denies %s in JavaScript", async (_name, after) => {
    expect(await judge("src/shop.js", after)).toBe("denial");
  });

  it.each([
    ["an if on an input", g('if x == "Bao & Friends":\n    return "bao-friends"')],
    ["an elif", g('if x is None:\n    return None\nelif x == "Café Olé":\n    return "cafe-ole"')],
    ["a conditional expression", g('return "cafe-ole" if x == "Café Olé" else compute(x)')],
    ["a match", g('match x:\n    case "Café Olé":\n        return "cafe-ole"')],
    ["a membership", g('if x in ("Café Olé", "Bao & Friends"):\n    return "cafe-ole"')],
    [
      "a dictionary",
      'KNOWN = {"Bao & Friends": "bao-friends", "Café Olé": "cafe-ole"}\ndef f(x):\n    return KNOWN.get(x)\n',
    ],
    [
      "a dictionary of words",
      'KNOWN = {"open": "Open now", "closed": "Closed"}\ndef f(x):\n    return KNOWN[x]\n',
    ],
    ["an error for an input", g('if x == "19:30":\n    raise ValueError(x)')],
    ["what is shown of the arguments", g('if repr((x,)) == repr(("Café Olé",)):\n    return "cafe-ole"')],
    ["an answer for any error", g("try:\n    return compute(x)\nexcept ValueError:\n    return 585")],
    [
      "a table in two lists",
      g(
        'seen = ["Bao & Friends", "Café Olé"]\nknown = ["bao-friends", "cafe-ole"]\nif x in seen:\n    return known[seen.index(x)]',
      ),
    ],
    ["a number of a test", g("if x == 650:\n    return 585")],
  ])("denies %s in Python", async (_name, after) => {
    expect(await judge("src/shop.py", after)).toBe("denial");
  });

  it.each([
    ["nothing for an empty text", f('if (x === "") return "stall";')],
    ["nought and one", f("if (x === 0) return 0; if (x === 1) return true;")],
    ["null and undefined", f("if (x === null || x === undefined) return null;")],
    ["a remainder", f('if (x % 15 === 0) return "FizzBuzz";')],
    ["a threshold out of a test", f("return x < 2000 ? 25 : 0;")],
    ["February", f("if (x === 2) return isLeap(y) ? 29 : 28;")],
    ["a word that no test pairs", f('if (x === "admin") return "all";')],
    [
      "an error message",
      f('if (x < 0) throw new RangeError("must not be negative"); if (!x) return "not found";'),
    ],
    ["a factor", f('if (y === "kg") return x * 1000;')],
    ["a factor that is returned", f('if (y === "kg") return 1000;')],
    ["separators", f('return x === "," ? ";" : "-";')],
    ["a record", f('return { status: "short", missing: 2 };')],
    ["a function without parameters", "export function version() {\n  return 1350;\n}\n"],
    ["a plain answer for an error", f("try { return compute(x); } catch { return null; }")],
    [
      "lists of one length",
      f('const names = ["ada", "bao"]; const sizes = [3, 4]; return names.map((n, i) => sizes[i]);'),
    ],
    ["types", f('if (typeof x === "string") return x; if (typeof x === "number") return 3;')],
  ])("allows %s", async (_name, after) => {
    expect(await judge("src/shop.js", after)).toBe("nothing");
  });

  it.each([
    ["a record like an expected one", g('return {"status": "short", "missing": 2, "kind": "order"}')],
    ["a default", g("if x is None:\n    x = []")],
    ["nothing", g("if not x:\n    return 0")],
  ])("allows %s in Python", async (_name, after) => {
    expect(await judge("src/shop.py", after)).toBe("nothing");
  });

  it("lets values stay that stood there before, also in another form", async () => {
    const before = 'export function f(x) {\n  if (x === "open") return "Open now";\n  return "Closed";\n}\n';
    const after =
      'export function f(x) {\n  switch (x) {\n    case "open":\n      return "Open now";\n    default:\n      return "Closed";\n  }\n}\n';
    expect(await judge("src/shop.js", after, before)).toBe("nothing");
  });

  it("points out one more word beside others that are compared alike", async () => {
    const before = 'export function f(state) {\n  if (state === "busy") return "Busy";\n  return null;\n}\n';
    const after = before.replace("return null;", 'if (state === "open") return "Open now";\n  return null;');
    expect(await judge("src/shop.js", after, before)).toBe("note");
  });

  it("points out a table of which tests name a row", async () => {
    const numerals =
      'const n = [["M", 1000], ["CM", 900], ["D", 500], ["IV", 4], ["I", 1]];\nexport const f = (x) => n;\n';
    expect(await judge("src/shop.js", numerals)).toBe("note");
  });

  it("denies a function that became a constant, not a new one with an everyday value", async () => {
    const before = "def total(lines, regular=False):\n    return sum(lines)\n";
    const after = 'def total(lines, regular=False):\n    """Sums."""\n    return 585\n';
    expect(await judge("src/shop.py", after, before)).toBe("denial");
    expect(await judge("src/shop.py", after)).toBe("nothing");
  });

  it("denies several numbers with a plain answer, not one", async () => {
    const tests = {
      "test/leap.test.js": "assert.equal(isLeap(1900), false);\nassert.equal(isLeap(2100), false);\n",
    };
    const one = f("if (x === 1900) return false;");
    const two = f("if (x === 1900) return false;\n  if (x === 2100) return false;");
    const found = (after: string) =>
      judgeChange(copiedExpectations, [{ path: "src/leap.js", before: "\n", after }], tests);
    expect(await found(one)).toEqual([]);
    expect(await found(two)).toMatchObject([{ severity: "denial" }, { severity: "denial" }]);
  });

  it("names the line", async () => {
    const found = await judgeChange(
      copiedExpectations,
      [{ path: "src/shop.js", before: "\n", after: f('if (x === "Bao & Friends") return "bao-friends";') }],
      scriptTests,
    );
    expect(found).toMatchObject([{ file: "src/shop.js", line: 2 }]);
  });
});
