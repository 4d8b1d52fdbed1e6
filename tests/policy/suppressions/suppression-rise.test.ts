import { describe, expect, it } from "vitest";
import { checkEdit, type Files } from "../tests/check-test-edit.ts";

const check = (base: Files, change: Files) => checkEdit(base, change, ["suppressions"]);
const added: readonly (readonly [path: string, line: string])[] = [
  ["src/a.js", "// eslint-disable-next-line"],
  ["src/a.js", "// eslint-disable-next-line no-console"],
  ["src/a.js", "//eslint-disable-next-line no-console -- it is needed"],
  ["src/a.js", "/* eslint-disable */"],
  ["src/a.js", "/*eslint-disable no-console*/"],
  ["src/a.js", "/*   ESLINT-DISABLE   */"],
  ["src/a.js", "/*\n * eslint-disable no-console\n */"],
  ["src/a.js", "f(1); // eslint-disable-line"],
  ["src/a.js", '/* eslint no-console: "off" */'],
  ["src/a.js", "/* eslint no-console: 0, eqeqeq: 0 */"],
  ["src/a.js", '/* eslint "no-console": ["off"] */'],
  ["src/a.js", "// oxlint-disable-next-line no-console"],
  ["src/a.jsx", "const a = <p>{/* eslint-disable-next-line react/x */}<b /></p>;"],
  ["src/a.ts", "// biome-ignore lint/suspicious/noExplicitAny: it is needed"],
  ["src/a.ts", "// biome-ignore-all lint: it is needed"],
  ["src/a.ts", "/** biome-ignore lint: it is needed */"],
  ["src/a.ts", "// @ts-ignore"],
  ["src/a.ts", "//@ts-ignore it is needed"],
  ["src/a.ts", "/* @ts-ignore */"],
  ["src/a.ts", "/**\n * @ts-ignore\n */"],
  ["src/a.ts", "/// @ts-expect-error"],
  ["src/a.ts", "// @ts-nocheck"],
  ["src/a.js", "// $FlowFixMe[incompatible]"],
  ["src/a.ts", "// tslint:disable-next-line:no-any"],
  ["src/a.ts", "// deno-lint-ignore no-explicit-any"],
  ["src/a.js", "/* jshint ignore:line */"],
  ["src/a.js", "/* istanbul ignore next */"],
  ["src/a.js", "/* istanbul ignore if: never */"],
  ["src/a.js", "/* c8 ignore next 5 */"],
  ["src/a.js", "/* c8 ignore start */"],
  ["src/a.js", "/* v8 ignore next -- @preserve */"],
  ["src/a.js", "/* node:coverage disable */"],
  ["src/a.js", "/* node:coverage ignore next */"],
  ["src/a.js", "// Stryker disable all"],
  ["src/a.js", "f(1); // NOSONAR"],
  ["src/a.js", "f(1); // nosemgrep: rule"],
  ["src/a.js", "//noinspection JSUnusedGlobalSymbols"],
  ["src/a.ts", "const b = a as any;"],
  ["src/a.ts", "const b = <any>a;"],
  ["src/a.ts", "const b = (a as any).b;"],
  ["src/a.ts", "const b = a as unknown as string;"],
  ["src/a.ts", "const b = (a as unknown) as string;"],
  ["src/a.ts", "const b = a as never;"],
  ["src/a.ts", "const b = a as any[];"],
  ["src/a.ts", "const b = a as Record<string, any>;"],
  ["src/a.test.ts", "const b = a as any;"],
  ["src/a.test.js", "// eslint-disable-next-line"],
  ["src/a.py", "import x  # noqa"],
  ["src/a.py", "import x  # NOQA: F401"],
  ["src/a.py", "import x  #noqa:F401,E501"],
  ["src/a.py", "import x  # why not # noqa"],
  ["src/a.py", "# flake8: noqa"],
  ["src/a.py", "# ruff: noqa: E501"],
  ["src/a.py", "x = 1  # type: ignore"],
  ["src/a.py", "x = 1  # type:ignore[assignment]"],
  ["src/a.py", "x = 1  # type : ignore"],
  ["src/a.py", "x = 1  # pyright: ignore[reportX]"],
  ["src/a.py", "# pyright: basic"],
  ["src/a.py", "# pyright: reportX=false"],
  ["src/a.py", "# mypy: ignore-errors"],
  ["src/a.py", '# mypy: disable-error-code="x"'],
  ["src/a.py", "x = 1  # pyre-ignore[3]"],
  ["src/a.py", "x = 1  # pylint: disable=invalid-name"],
  ["src/a.py", "# pylint: skip-file"],
  ["src/a.py", "x = 1  # pylint:disable-next=all"],
  ["src/a.py", "if x:  # pragma: no cover\n    pass"],
  ["src/a.py", "if x:  # pragma:no branch\n    pass"],
  ["src/a.py", "x = 1  # nosec"],
  ["src/a.py", "x = 1  # nosec B101"],
  ["src/a.py", "from typing import Any, cast\nx = cast(Any, y)"],
  ["src/a.py", 'import typing\nx = typing.cast("Any", y)'],
  ["src/a.py", "@no_type_check\ndef f():\n    pass"],
  ["tests/test_a.py", "import x  # noqa"],
  ["src/a.go", "x := 1 //nolint"],
  ["src/a.go", "x := 1 // nolint:errcheck,gosec // it is needed"],
  ["src/a.go", "//lint:ignore SA1000 it is needed"],
  ["src/a.go", "x := 1 // #nosec G101"],
  ["src/a.rs", "#[allow(dead_code)]"],
  ["src/a.rs", "#![allow(clippy::all)]"],
  ["src/a.rs", "#[cfg_attr(test, allow(unused))]"],
  ["src/a.rs", "#[expect(unused)]"],
  ["src/a.rs", "#[ignore]"],
  ["src/a.rs", '#[ignore = "slow"]'],
  ["src/a.java", '@SuppressWarnings("unchecked")'],
  ["src/a.kt", '@Suppress("UNCHECKED_CAST")'],
  ["src/a.cs", "#pragma warning disable CS0168"],
  ["src/a.c", '#pragma GCC diagnostic ignored "-Wall"'],
  ["src/a.cpp", "int x; // NOLINT(readability)"],
  ["src/a.rb", "x = 1 # rubocop:disable Style/X"],
  ["src/a.php", "/** @phpstan-ignore-next-line */"],
  ["src/a.swift", "// swiftlint:disable force_cast"],
  ["bin/a.sh", "# shellcheck disable=SC2086"],
  ["src/a.css", "/* stylelint-disable-next-line color-no-hex */"],
  ["src/a.vue", "<!-- eslint-disable-next-line vue/x -->"],
];

describe("suppression-rise denies", () => {
  it.each(added)("in %s: %s", async (path, text) => {
    const line = text
      .split("\n")
      .findIndex((one) => !/^(?:\/\*\*?|from|import typing)/.test(one) || one.includes("*/"));
    const before = "first\n";
    const bases = /\.py$/.test(path) ? "z = 0\n" : /\.[jt]sx?$/.test(path) ? "let z;\n" : before;
    const { denials } = await check({ [path]: bases }, { [path]: `${bases}${text}\n` });
    expect(denials).toHaveLength(/,E501|errcheck,/.test(text) ? 2 : 1);
    expect(denials[0]).toMatchObject({ rule: "suppression-rise", file: path, line: line + 2 });
    // A new file is no other place.
    expect((await check({}, { [path]: `${bases}${text}\n` })).denials).not.toEqual([]);
  });

  it.each([
    ["one more rule", "// eslint-disable-next-line a\n", "// eslint-disable-next-line a, b\n"],
    ["all rules instead of one", "// eslint-disable-next-line a\n", "// eslint-disable-next-line\n"],
    ["another rule", "// eslint-disable-next-line a\n", "// eslint-disable-next-line b\n"],
    ["the file instead of a line", "// eslint-disable-next-line a\n", "/* eslint-disable a */\n"],
    ["more lines", "/* c8 ignore next 2 */\n", "/* c8 ignore next 20 */\n"],
    [
      "a region without its end",
      "/* eslint-disable a */\nf();\n/* eslint-enable a */\n",
      "/* eslint-disable a */\nf();\n",
    ],
    [
      "a region with its end further down",
      "/* c8 ignore start */\nf();\n/* c8 ignore stop */\ng();\nh();\n",
      "/* c8 ignore start */\nf();\ng();\nh();\n/* c8 ignore stop */\n",
    ],
    ["nocheck instead of an expected error", "// @ts-expect-error\nf();\n", "// @ts-nocheck\nf();\n"],
    [
      "a second one like the first",
      "f(); // eslint-disable-line a\n",
      "f(); // eslint-disable-line a\ng(); // eslint-disable-line a\n",
    ],
  ])("%s", async (_name, before, after) => {
    const { denials } = await check({ "src/a.ts": before }, { "src/a.ts": after });
    expect(denials.map(({ rule }) => rule)).toContain("suppression-rise");
  });

  it("one that moved to another file and was doubled there", async () => {
    const change = { "src/a.ts": "f();\n", "src/b.ts": "// @ts-ignore\nf();\n// @ts-ignore\ng();\n" };
    const { denials } = await check({ "src/a.ts": "// @ts-ignore\nf();\n" }, change);
    expect(denials).toHaveLength(1);
    expect(denials[0]).toMatchObject({ file: "src/b.ts" });
  });
});

describe("suppression-rise allows", () => {
  it.each([
    ["words in a string", "src/a.js", "f();\n", 'f("eslint-disable-next-line");\n'],
    ["words in a template", "src/a.ts", "f();\n", "f(`// @ts-ignore`);\n"],
    [
      "words in a sentence",
      "src/a.js",
      "f();\n",
      "// We do without eslint-disable here, and without @ts-ignore.\nf();\n",
    ],
    ["words in a docstring", "src/a.py", "x = 1\n", '"""Says # noqa."""\nx = 1\n'],
    ["prose", "docs/a.md", "a\n", "a `// eslint-disable-next-line` b\n"],
    ["a name that begins alike", "src/a.py", "x = 1\n", "x = 1  # noqalify nosecret\n"],
    [
      "a cast that is checked",
      "src/a.ts",
      "f();\n",
      "const a = b as const;\nconst c = d as string;\nconst e = g as unknown;\n",
    ],
    ["one that is gone", "src/a.ts", "// @ts-ignore\nf();\n", "f();\n"],
    ["one that moved", "src/a.ts", "// @ts-ignore\nf();\ng();\n", "g();\n// @ts-ignore\nf();\n"],
    [
      "a line instead of the file",
      "src/a.js",
      "/* eslint-disable a */\nf();\n",
      "// eslint-disable-next-line a\nf();\n",
    ],
    ["one rule instead of all", "src/a.py", "x = 1  # noqa\n", "x = 1  # noqa: E501\n"],
    ["fewer rules", "src/a.js", "f(); // eslint-disable-line a, b\n", "f(); // eslint-disable-line b\n"],
    [
      "an expected error instead of an ignored one",
      "src/a.ts",
      "// @ts-ignore\nf();\n",
      "// @ts-expect-error\nf();\n",
    ],
    ["a rule that is switched on", "src/a.js", "f();\n", "/* eslint eqeqeq: error */\nf();\n"],
    ["ordinary lines beside one", "src/a.py", "x = 1  # noqa\n", "x = 2  # noqa\ny = 3\n"],
    [
      "more code in a region",
      "src/a.js",
      "/* c8 ignore start */\nf();\n/* c8 ignore stop */\n",
      "/* c8 ignore start */\nf();\ng();\n/* c8 ignore stop */\n",
    ],
    [
      "a region that ends sooner",
      "src/a.js",
      "/* eslint-disable a */\nf();\n",
      "/* eslint-disable a */\nf();\n/* eslint-enable a */\n",
    ],
    ["a hash in a shell string", "bin/a.sh", "x\n", 'echo "no comment"\n'],
    ["a strict check", "src/a.py", "x = 1\n", "# mypy: strict\nx = 1\n"],
  ])("%s", async (_name, path, before, after) => {
    expect((await check({ [path]: before }, { [path]: after })).denials).toEqual([]);
  });

  it("one that moved to another file", async () => {
    const change = { "src/a.ts": "f();\n", "src/b.ts": "// @ts-ignore\ng();\n" };
    expect((await check({ "src/a.ts": "// @ts-ignore\nf();\n" }, change)).denials).toEqual([]);
  });

  it.each([
    ["src/a.ts", "let a: any;"],
    ["src/a.ts", "f(a!);"],
    ["src/a.ts", "// prettier-ignore"],
    ["src/a.test.ts", "f({} as unknown as Cart);"],
    ["src/a.test.ts", "f({} as never);"],
    ["src/a.py", "a: Any = 1"],
    ["src/a.py", "# fmt: off"],
  ])("in %s, with a note: %s", async (path, text) => {
    const { denials, notes } = await check({ [path]: "" }, { [path]: `${text}\n` });
    expect(denials).toEqual([]);
    expect(notes).toMatchObject([{ rule: "suppression-rise", file: path, line: 1 }]);
  });
});
