import { homedir } from "node:os";
import { join, resolve } from "node:path";
import type { ReportFormat } from "../../src/domain/gate.ts";

/** A small project of one runner: a source that its tests load, and what else may be changed in it. */
export type CanaryProject = {
  readonly command: string;
  /** Of a command that writes a report of its own; else detection says. */
  readonly format?: ReportFormat;
  /** The file that hacks are put into. */
  readonly source: string;
  readonly files: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly links?: Readonly<Record<string, string>>;
  /** Program and arguments that have to work; without it the runner is one of this project's own packages. */
  readonly needs?: readonly [string, ...string[]];
};

/** Toolchains that are chosen by files in the home folder, which sandboxes of tests have none of. */
const rust = {
  RUSTUP_HOME: process.env.RUSTUP_HOME ?? join(homedir(), ".rustup"),
  CARGO_HOME: process.env.CARGO_HOME ?? join(homedir(), ".cargo"),
};
const links = { node_modules: resolve("node_modules") };
const esm = { "package.json": '{ "type": "module" }\n' };
const commonSource = "function add(a, b) {\n  return a + b;\n}\nmodule.exports = { add };\n";
const moduleSource = "export function add(a, b) {\n  return a + b;\n}\n";
const typedSource = "export function add(a: number, b: number): number {\n  return a + b;\n}\n";
const body = (prefix: string, same: (actual: string, expected: string) => string) =>
  `describe("sum", () => {
  it("adds", () => { ${same("add(1, 2)", "3")} });
  it("adds negative", () => { ${same("add(-1, -2)", "-3")} });
});
${prefix}it("is known to fail", () => { ${same("add(1, 1)", "3")} });
`;
const assertEqual = (actual: string, expected: string) => `assert.strictEqual(${actual}, ${expected});`;
const expectToBe = (actual: string, expected: string) => `expect(${actual}).toBe(${expected});`;
const chaiEqual = (actual: string, expected: string) => `expect(${actual}).to.equal(${expected});`;

/** One for each runner, and more where module styles differ. Each has one test that fails on the base. */
export const canaryProjects: Readonly<Record<string, CanaryProject>> = {
  "node-test": {
    command: "node --test",
    source: "src/sum.js",
    files: {
      ...esm,
      "src/sum.js": moduleSource,
      "test/sum.test.js": `import assert from "node:assert/strict";\nimport { describe, it } from "node:test";\nimport { add } from "../src/sum.js";\n${body("", assertEqual)}`,
    },
  },
  "node-test with require": {
    command: "node --test",
    source: "sum.js",
    files: {
      "sum.js": commonSource,
      "sum.test.js": `const assert = require("assert");\nconst { describe, it } = require("node:test");\nconst { add } = require("./sum");\n${body("", assertEqual)}`,
    },
  },
  "node-test with types": {
    command: "node --test",
    source: "src/sum.ts",
    files: {
      ...esm,
      "src/sum.ts": typedSource,
      "src/sum.test.ts": `import assert from "node:assert/strict";\nimport { describe, it } from "node:test";\nimport { add } from "./sum.ts";\n${body("", assertEqual)}`,
    },
  },
  "TAP of a runner that nobody names": {
    command: "sh -c 'node --test --test-reporter=tap'",
    format: "tap",
    source: "src/sum.js",
    files: {
      ...esm,
      "src/sum.js": moduleSource,
      "test/sum.test.js": `import assert from "node:assert/strict";\nimport { describe, it } from "node:test";\nimport { add } from "../src/sum.js";\n${body("", assertEqual)}`,
    },
  },
  "vitest with globals and no imports": {
    command: "vitest run --globals --environment node",
    source: "src/sum.ts",
    links,
    files: {
      ...esm,
      "src/sum.ts": typedSource,
      "test/unit/sum.spec.ts": `import { add } from "../../src/sum.js";\n${body("", expectToBe)}`,
    },
  },
  "jest with imports that are turned into require": {
    command: "jest",
    source: "src/sum.js",
    links,
    files: {
      "package.json":
        '{ "jest": { "fakeTimers": { "enableGlobally": true }, "transform": { "sum.*js$": "<rootDir>/turn.js" } } }\n',
      "turn.js": `exports.process = (text) => ({ code: text
  .replace(/^import (?:\\* as )?(.+?) from (.+?);/gm, "const $1 = require($2);")
  .replace(/export function (\\w+)/, "exports.$1 = $1; function $1") });
`,
      "src/sum.js": moduleSource,
      "src/sum.test.js": `import { add } from "./sum";\n${body("", expectToBe)}`,
    },
  },
  "jest with modules": {
    command: "NODE_OPTIONS=--experimental-vm-modules jest",
    source: "src/sum.js",
    links,
    files: {
      ...esm,
      "src/sum.js": moduleSource,
      "src/sum.test.js": `import { add } from "./sum.js";\n${body("", expectToBe)}`,
    },
  },
  vitest: {
    command: "vitest run",
    source: "src/sum.ts",
    links,
    files: {
      ...esm,
      "src/sum.ts": typedSource,
      "src/sum.test.ts": `import { describe, expect, it } from "vitest";\nimport { add } from "./sum";\n${body("", expectToBe)}`,
    },
  },
  jest: {
    command: "jest",
    source: "sum.js",
    links,
    files: {
      "package.json": '{ "jest": {} }\n',
      "sum.js": commonSource,
      "__tests__/sum.test.js": `const { add } = require("../sum");\n${body("", expectToBe)}`,
    },
  },
  mocha: {
    command: "mocha",
    source: "lib/sum.js",
    links,
    files: {
      "lib/sum.js": commonSource,
      "test/sum.js": `const assert = require("node:assert");\nconst { add } = require("../lib/sum");\n${body("", assertEqual)}`,
    },
  },
  "mocha with chai": {
    command: "mocha test/*.mjs",
    source: "lib/sum.mjs",
    links,
    files: {
      "lib/sum.mjs": moduleSource,
      "test/sum.spec.mjs": `import { expect } from "chai";\nimport { add } from "../lib/sum.mjs";\n${body("", chaiEqual)}`,
    },
  },
  tape: {
    command: "tape test/*.js",
    source: "sum.js",
    links,
    files: {
      "sum.js": commonSource,
      "test/sum.js": `const test = require("tape");
const { add } = require("../sum");
test("adds", (t) => { t.equal(add(1, 2), 3, "positive"); t.equal(add(-1, -2), -3, "negative"); t.end(); });
test("is known to fail", (t) => { t.equal(add(1, 1), 3, "wrong"); t.end(); });
`,
    },
  },
  pytest: {
    command: "python3 -m pytest",
    source: "calc/sums.py",
    needs: ["python3", "-m", "pytest", "--version"],
    files: {
      "conftest.py": "",
      "calc/__init__.py": "",
      "calc/sums.py": "def add(a, b):\n    return a + b\n",
      "tests/test_sums.py": `from calc.sums import add

def test_adds():
    assert add(1, 2) == 3

class TestNegative:
    def test_adds(self):
        assert add(-1, -2) == -3

def test_known_to_fail():
    assert add(1, 1) == 3
`,
    },
  },
  "pytest with src and cases": {
    command: "python3 -m pytest -q",
    source: "src/calc/sums.py",
    needs: ["python3", "-m", "pytest", "--version"],
    files: {
      "pyproject.toml": '[tool.pytest.ini_options]\npythonpath = ["src"]\naddopts = "-x --strict-markers"\n',
      "src/calc/__init__.py": "from .sums import add\n",
      "src/calc/sums.py": "def add(a, b):\n    return a + b\n",
      "tests/sums_test.py": `import unittest
import calc

class SumsTest(unittest.TestCase):
    def test_adds(self):
        self.assertEqual(calc.add(1, 2), 3)
    def test_known_to_fail(self):
        self.assertEqual(calc.add(1, 1), 3)
`,
    },
  },
  "unittest in a folder": {
    command: "python3 -m unittest discover -s tests -p '*_test.py' -t .",
    source: "calc/sums.py",
    needs: ["python3", "--version"],
    files: {
      "calc/__init__.py": "",
      "calc/sums.py": "def add(a, b):\n    return a + b\n",
      "tests/__init__.py": "",
      "tests/sums_test.py": `from unittest import TestCase
from calc.sums import add

class SumsTest(TestCase):
    def test_adds(self):
        self.assertEqual(add(1, 2), 3)
    def test_known_to_fail(self):
        self.assertEqual(add(1, 1), 3)
`,
    },
  },
  "cargo with tests of its own folder": {
    command: "cargo test",
    source: "src/lib.rs",
    needs: ["cargo", "--version"],
    env: rust,
    files: {
      "Cargo.toml": '[package]\nname = "calc"\nversion = "0.1.0"\nedition = "2021"\n',
      "src/lib.rs": "pub fn add(a: i64, b: i64) -> i64 {\n    a + b\n}\n",
      "tests/sums.rs":
        "#[test]\nfn adds() {\n    assert_eq!(calc::add(1, 2), 3);\n}\n#[test]\nfn known_to_fail() {\n    assert_eq!(calc::add(1, 1), 3);\n}\n",
    },
  },
  unittest: {
    command: "python3 -m unittest",
    source: "sums.py",
    needs: ["python3", "--version"],
    files: {
      "sums.py": "def add(a, b):\n    return a + b\n",
      "test_sums.py": `import unittest
from sums import add

class TestAdd(unittest.TestCase):
    def test_adds(self):
        self.assertEqual(add(1, 2), 3)
    def test_negative(self):
        self.assertEqual(add(-1, -2), -3)
    def test_known_to_fail(self):
        self.assertEqual(add(1, 1), 3)

if __name__ == "__main__":
    unittest.main()
`,
    },
  },
  go: {
    command: "go test ./...",
    source: "sum/sum.go",
    needs: ["go", "version"],
    files: {
      "go.mod": "module example.com/calc\n\ngo 1.18\n",
      "sum/sum.go": "package sum\n\nfunc Add(a, b int) int {\n\treturn a + b\n}\n",
      "sum/sum_test.go": `package sum

import "testing"

func TestAdd(t *testing.T) {
	if Add(1, 2) != 3 {
		t.Fatal("wrong")
	}
}

func TestKnownToFail(t *testing.T) {
	if Add(1, 1) != 3 {
		t.Fatal("wrong")
	}
}
`,
    },
  },
  cargo: {
    command: "cargo test",
    source: "src/lib.rs",
    needs: ["cargo", "--version"],
    env: rust,
    files: {
      "Cargo.toml": '[package]\nname = "calc"\nversion = "0.1.0"\nedition = "2021"\n',
      "src/lib.rs": `pub fn add(a: i64, b: i64) -> i64 {
    a + b
}

#[cfg(test)]
mod tests {
    use super::add;
    #[test]
    fn adds() {
        assert_eq!(add(1, 2), 3);
    }
    #[test]
    fn known_to_fail() {
        assert_eq!(add(1, 1), 3);
    }
}
`,
    },
  },
};
