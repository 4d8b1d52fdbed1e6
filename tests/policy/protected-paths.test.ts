import { describe, expect, it } from "vitest";
import { configSchema } from "../../src/config/schema.ts";
import { isTestFile } from "../../src/policy/protected/is-test-file.ts";
import { listProtectedGlobs } from "../../src/policy/protected/list-protected-globs.ts";
import { createPathProtection, isProtectedPath } from "../../src/policy/protected/protected-paths.ts";

const sources = [
  "index.js",
  "src/cart/total.ts",
  "lib/latest.py",
  "src/contest.py",
  "src/attestation/verify.go",
  "src/protest.js",
  "app/tasks.py",
  "src/packages/manifest.ts",
  "src/inspect.ts",
  "src/goldenratio.js",
  "bin/report.mjs",
  "src/request.py",
];

describe("isTestFile", () => {
  it.each([
    "test/index.js",
    "tests/unit/cart.py",
    "src/__tests__/cart.tsx",
    "src/cart.test.ts",
    "src/cart.spec.js",
    "pkg/cart_test.go",
    "test_cart.py",
    "pkg/test_cart.py",
    "cart_test.py",
    "spec/cart_spec.rb",
    "src/CartTest.java",
    "test.js",
    "conftest.py",
    "src/fixtures/cart.json",
    "pkg/testdata/a.txt",
    "src/__snapshots__/cart.snap",
    "golden/july/expected.txt",
    "TEST/Index.JS",
  ])("knows %s", (path) => {
    expect(isTestFile(path)).toBe(true);
  });

  it.each(sources)("takes %s for a source", (path) => {
    expect(isTestFile(path)).toBe(false);
  });
});

describe("createPathProtection", () => {
  it.each([
    [".github/workflows/ci.yml", "automation"],
    [".GitHub/workflows/ci.yml", "automation"],
    ["packages/a/.husky/pre-commit", "automation"],
    [".vscode/tasks.json", "automation"],
    ["CODEOWNERS", "automation"],
    ["docs/CODEOWNERS", "automation"],
    [".gitattributes", "automation"],
    [".gitmodules", "automation"],
    ["action.yml", "automation"],
    ["package.json", "dependencies"],
    ["Package.JSON", "dependencies"],
    ["MAKEFILE", "tools"],
    ["packages/a/package.json", "dependencies"],
    ["package-lock.json", "dependencies"],
    ["pnpm-lock.yaml", "dependencies"],
    ["pyproject.toml", "dependencies"],
    ["setup.py", "dependencies"],
    ["requirements-dev.txt", "dependencies"],
    ["go.sum", "dependencies"],
    ["crates/a/Cargo.toml", "dependencies"],
    ["build.rs", "dependencies"],
    ["node_modules/a/index.js", "dependencies"],
    [".npmrc", "tools"],
    [".eslintrc", "tools"],
    ["packages/a/.mocharc.json", "tools"],
    ["vitest.config.ts", "tools"],
    ["eslint.config.mjs", "tools"],
    ["tsconfig.build.json", "tools"],
    ["biome.json", "tools"],
    ["pytest.ini", "tools"],
    ["tox.ini", "tools"],
    ["Makefile", "tools"],
    ["Dockerfile", "tools"],
    ["sitecustomize.py", "startup"],
    ["lib/site/usercustomize.py", "startup"],
    ["a.pth", "startup"],
    ["conftest.py", "startup"],
    ["test/cart.js", "tests"],
    ["src/generated/api.ts", "configured"],
    ["SRC/Generated/api.ts", "configured"],
  ])("protects %s by the rule %s", (path, rule) => {
    expect(createPathProtection(["src/generated/**"])(path)?.rule).toBe(rule);
  });

  it.each(sources)("lets %s be edited", (path) => {
    expect(isProtectedPath(path, ["generated/**"])).toBe(false);
  });
});

describe("listProtectedGlobs", () => {
  it("protects what golden gates compare with, and reports, wherever config puts them", () => {
    const config = configSchema.parse({
      policy: { protected: ["legal/**"] },
      gates: [
        {
          name: "cases",
          kind: "golden",
          command: "run",
          cwd: "pkg",
          golden: { projects: "cases/*", stdout: "out.txt", expected: "want", actual: "have" },
        },
        { name: "unit", kind: "tests", command: "t", format: "tap", report: "out/report.xml" },
        { name: "more", kind: "tests", command: "t", format: "tap", report: "{report}" },
      ],
    });
    const isProtected = (path: string) => isProtectedPath(path, listProtectedGlobs(config));
    expect(isProtected("legal/terms.js")).toBe(true);
    expect(isProtected("pkg/cases/one/out.txt")).toBe(true);
    expect(isProtected("pkg/cases/one/want/deep/a.js")).toBe(true);
    expect(isProtected("pkg/cases/one/have/a.js")).toBe(true);
    expect(isProtected("out/report.xml")).toBe(true);
    expect(isProtected("pkg/cases/one/main.js")).toBe(false);
  });
});
