import { describe, expect, it } from "vitest";
import { checkEdit, swap } from "./check-test-edit.ts";

const rust = `use std::fmt;

/// Adds.
///
/// \`\`\`
/// assert_eq!(cart::add(1, 2), 3);
/// \`\`\`
pub fn add<'a>(a: i32, b: i32) -> i32 {
    a - b // "#[cfg(test)]"
}

const TEXT: &str = r#"#[test] fn no() { "}" "#;

#[cfg(test)]
mod tests {
    use super::*;

    fn make() -> i32 {
        '{'; "}"; 1
    }

    #[test]
    fn adds() {
        // The sum.
        assert_eq!(add(make(), 2), 3);
    }

    #[test]
    #[should_panic(expected = "negative")]
    fn panics() {
        add(-1, 2);
    }
}
`;
const python = `import unittest


def add(a, b):
    """Adds.

    >>> add(1, 2)
    3
    >>> [add(x, 1)
    ...  for x in (1, 2)]
    [2, 3]
    """
    return a - b


class TestAdd(unittest.TestCase):
    def test_add(self):
        self.assertEqual(add(1, 2), 3)
`;
const script = `export function add(a, b) {
  return a - b;
}

if (import.meta.vitest) {
  const { expect, it } = import.meta.vitest;
  it("adds", () => {
    expect(add(1, 2)).toBe(3);
  });
}
`;
const bases = { "src/a.rs": rust, "src/a.py": python, "src/a.js": script } as const;
type Path = keyof typeof bases;
const edit = (path: Path, from: string | RegExp, to: string) => [path, swap(bases[path], from, to)] as const;
const test = "    #[test]\n    fn more() {\n        assert_eq!(add(0, 0), 0);\n    }\n\n";

describe("tests in sources may", () => {
  it.each([
    ["stay while code changes", ...edit("src/a.rs", "a - b", "a + b")],
    [
      "be formatted and commented",
      ...edit(
        "src/a.rs",
        "        // The sum.\n        assert_eq!(add(make(), 2), 3);",
        "        assert_eq!(\n            add(make(), 2),\n            3,\n        ); // The sum",
      ),
    ],
    ["gain one", ...edit("src/a.rs", "    #[test]\n    fn adds", `${test}    #[test]\n    fn adds`)],
    ["gain a helper", ...edit("src/a.rs", "    fn make()", "    fn made() -> i32 { 2 }\n    fn make()")],
    [
      "gain an example",
      ...edit(
        "src/a.rs",
        "/// Adds.\n",
        "/// Adds.\n///\n/// ```\n/// assert_eq!(cart::add(0, 0), 0);\n/// ```\n",
      ),
    ],
    ["have other prose", ...edit("src/a.rs", "/// Adds.", "/// Adds two.")],
    ["stay while code changes", ...edit("src/a.py", "a - b", "a + b")],
    ["gain an example", ...edit("src/a.py", "    >>> [add", "    >>> add(0, 0)\n    0\n    >>> [add")],
    [
      "gain a method",
      "src/a.py",
      `${python}\n    def test_more(self):\n        self.assertEqual(add(0, 0), 0)\n`,
    ] as const,
    ["stay while code changes", ...edit("src/a.js", "a - b", "a + b")],
    [
      "gain one",
      ...edit(
        "src/a.js",
        '  it("adds"',
        '  it("more", () => {\n    expect(add(0, 0)).toBe(0);\n  });\n  it("adds"',
      ),
    ],
  ])("%s (%s)", async (_name, path, after) => {
    expect((await checkEdit({ [path]: bases[path] }, { [path]: after })).denials).toEqual([]);
  });

  it.each(Object.keys(bases) as Path[])("move with their code (%s)", async (path) => {
    const to = path.replace("a.", "moved.");
    const { denials } = await checkEdit({ [path]: bases[path] }, { [path]: null, [to]: bases[path] });
    expect(denials).toEqual([]);
  });
});

describe("tests in sources may not", () => {
  it.each([
    ["be changed", ...edit("src/a.rs", "add(make(), 2), 3", "add(make(), 2), -1"), 22],
    ["be removed", ...edit("src/a.rs", / {4}#\[test\]\n {4}fn adds[\s\S]*?\n {4}}\n/, ""), 22],
    ["lose their module", ...edit("src/a.rs", /#\[cfg\(test\)\][\s\S]*$/, ""), null],
    ["lose the mark of tests", ...edit("src/a.rs", "    #[test]\n    fn adds", "    fn adds"), null],
    ["be ignored", ...edit("src/a.rs", "    fn adds", "    #[ignore]\n    fn adds"), null],
    ["panic with anything", ...edit("src/a.rs", '(expected = "negative")', ""), null],
    [
      "be compiled elsewhere only",
      ...edit("src/a.rs", "#[cfg(test)]\nmod", '#[cfg(all(test, feature = "x"))]\nmod'),
      null,
    ],
    ["have another helper", ...edit("src/a.rs", '"}"; 1', '"}"; 2'), null],
    [
      "have their helpers hidden",
      ...edit("src/a.rs", "    fn make()", "    fn add(_: i32, _: i32) -> i32 { 3 }\n    fn make()"),
      null,
    ],
    [
      "become comments",
      ...edit("src/a.rs", /( {4}#\[test\]\n {4}fn adds[\s\S]*?\n {4}}\n)/, "/* #[test] fn adds() {} */\n"),
      null,
    ],
    ["lose an example", ...edit("src/a.rs", /\/\/\/ ```\n.*\n\/\/\/ ```\n/, ""), null],
    ["have an example that is not run", ...edit("src/a.rs", "/// ```\n", "/// ```text\n"), null],
    [
      "have an example with another result",
      ...edit("src/a.rs", "cart::add(1, 2), 3", "cart::add(1, 2), -1"),
      null,
    ],
    ["have an example with another result", ...edit("src/a.py", "    3\n", "    -1\n"), 7],
    ["lose an example", ...edit("src/a.py", "    >>> add(1, 2)\n    3\n", ""), null],
    [
      "have an example that is skipped",
      ...edit("src/a.py", ">>> add(1, 2)", ">>> add(1, 2)  # doctest: +SKIP"),
      null,
    ],
    ["be changed", ...edit("src/a.py", "add(1, 2), 3", "add(1, 2), -1"), null],
    ["be removed", ...edit("src/a.py", /class Test[\s\S]*$/, ""), null],
    ["be removed with their file", "src/a.py" as Path, null, null],
    ["be changed", ...edit("src/a.js", "toBe(3)", "toBe(-1)"), null],
    ["be removed", ...edit("src/a.js", /if \(import[\s\S]*$/, ""), null],
    [
      "depend on something else",
      ...edit("src/a.js", "if (import.meta.vitest)", "if (import.meta.vitest && false)"),
      null,
    ],
    [
      "have an alternative",
      ...edit("src/a.js", "if (import.meta.vitest) {", "if (globalThis.x) {} else if (import.meta.vitest) {"),
      null,
    ],
    ["stop parsing", ...edit("src/a.js", "export function", "export export function"), null],
  ])("%s (%s)", async (_name, path, after, line) => {
    const { denials } = await checkEdit({ [path]: bases[path] }, { [path]: after });
    expect(denials.map(({ rule }) => rule)).toContain("in-source-tests");
    expect(denials[0]?.file).toBe(path);
    if (line !== null) expect(denials[0]?.line).toBe(line);
  });
});
