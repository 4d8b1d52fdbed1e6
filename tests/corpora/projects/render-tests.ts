import { posix } from "node:path";
import type { Case, ProjectKind } from "./project.ts";

/** One test: its title and the calls that it checks. */
export type TestParts = {
  readonly title: string;
  readonly cases: readonly Case[];
  readonly isSkipped?: boolean;
};

/** What a test file is made of. */
export type TestFileParts = {
  readonly kind: ProjectKind;
  /** Relative to the repository's root, like `testFile`. */
  readonly file: string;
  readonly testFile: string;
  readonly functionName: string;
  readonly tests: readonly TestParts[];
};

/** The text of a test file, in the style of its runner. */
export function renderTests(parts: TestFileParts): string {
  const tests = parts.tests.map((test) => renderTest(parts, test));
  return parts.kind.language === "py"
    ? `${renderPythonHead(parts)}\n\n${tests.join("\n\n")}\n`
    : `${renderHead(parts)}\n\n${tests.join("\n\n")}\n`;
}

/** One test by itself, to be added to a file. */
export function renderTest(
  { kind, functionName }: Pick<TestFileParts, "kind" | "functionName">,
  test: TestParts,
): string {
  const { title, cases, isSkipped = false } = test;
  const skip = isSkipped ? ".skip" : "";
  const lines = cases.map(({ args, expected }) =>
    renderAssertion(kind, `${functionName}(${args.join(", ")})`, expected),
  );
  switch (kind.name) {
    case "pytest":
      return `\n${isSkipped ? '@pytest.mark.skip("later")\n' : ""}def test_${snake(title)}():\n    ${lines.join("\n    ")}`;
    case "unittest":
      return `${isSkipped ? '    @unittest.skip("later")\n' : ""}    def test_${snake(title)}(self):\n        ${lines.join("\n        ")}`;
    case "tape":
      return `test${skip}(${JSON.stringify(title)}, (t) => {\n  ${lines.join("\n  ")}\n  t.end();\n});`;
    case "mocha":
      return `it${skip}(${JSON.stringify(title)}, () => {\n  ${lines.join("\n  ")}\n});`;
    default:
      return `test${skip}(${JSON.stringify(title)}, () => {\n  ${lines.join("\n  ")}\n});`;
  }
}

/** A title as part of a Python name. */
export function snake(title: string): string {
  return title
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/\W+/g, "_");
}

function renderAssertion(kind: ProjectKind, call: string, expected: string): string {
  const isDeep = /^[[{]/.test(expected);
  switch (kind.name) {
    case "pytest":
      return `assert ${call} == ${expected}`;
    case "unittest":
      return `self.assertEqual(${call}, ${expected})`;
    case "tape":
      return `t.${isDeep ? "deepEqual" : "equal"}(${call}, ${expected});`;
    case "vitest":
    case "jest":
      return `expect(${call}).${isDeep ? "toEqual" : "toBe"}(${expected});`;
    default:
      return `assert.${isDeep ? "deepEqual" : "equal"}(${call}, ${expected});`;
  }
}

function renderHead({ kind, file, testFile, functionName }: TestFileParts): string {
  const from = posix.relative(posix.dirname(testFile), file);
  const own =
    kind.modules === "esm"
      ? `import { ${functionName} } from "${from}";`
      : `const { ${functionName} } = require("${from}");`;
  switch (kind.name) {
    case "node-esm":
      return `import assert from "node:assert/strict";\nimport { test } from "node:test";\n${own}`;
    case "node-cjs":
      return `const assert = require("node:assert/strict");\nconst { test } = require("node:test");\n${own}`;
    case "vitest":
      return `import { expect, test } from "vitest";\n${own}`;
    case "mocha":
      return `const assert = require("node:assert/strict");\n${own}`;
    case "tape":
      return `const test = require("tape");\n${own}`;
    default:
      return own;
  }
}

function renderPythonHead({ kind, file, functionName, tests }: TestFileParts): string {
  const module = file.replace(/\.py$/, "").replaceAll("/", ".");
  const own = `from ${module} import ${functionName}`;
  if (kind.name === "pytest")
    return tests.some(({ isSkipped }) => isSkipped) ? `import pytest\n\n${own}` : own;
  const name = snake(tests[0]?.title ?? "").split("_")[0] ?? "";
  return `import unittest\n\n${own}\n\n\nclass ${name.slice(0, 1).toUpperCase()}${name.slice(1)}Test(unittest.TestCase):`;
}
