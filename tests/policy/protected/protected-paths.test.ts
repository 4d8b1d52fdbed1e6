import { describe, expect, it } from "vitest";
import { configSchema } from "../../../src/config/schema.ts";
import { isTestFile } from "../../../src/policy/protected/is-test-file.ts";
import { listProtectedGlobs } from "../../../src/policy/protected/list-protected-globs.ts";
import { createPathProtection, isProtectedPath } from "../../../src/policy/protected/protected-paths.ts";

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
  "src/setup.js",
  "src/init.ts",
  "src/register.ts",
  "src/globals.py",
  "src/check.ts",
  "src/tools/check-links.ts",
  "src/build/verify.ts",
  "src/lint.py",
  "src/ci.rs",
  "src/env.ts",
  "src/package.ts",
  "src/project.ts",
  "src/requirements.py",
  "src/constraints.py",
  "scripts/release.mjs",
  "src/config.ts",
  "src/runner.ts",
  "docs/testing.md",
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
    [".github/nightshift.yml", "automation"],
    [".github/nightshift/policies/own.cedar", "automation"],
    ["packages/a/.github/workflows/x.yml", "automation"],
    [".circleci/config.yml", "automation"],
    ["packages/a/.npmrc", "tools"],
    ["packages/a/.gitattributes", "automation"],
    ["requirements/dev.txt", "dependencies"],
    ["constraints.txt", "dependencies"],
    ["environment-dev.yml", "dependencies"],
    ["pylock.toml", "dependencies"],
    ["gradle/libs.versions.toml", "dependencies"],
    ["gradlew", "dependencies"],
    ["App.Directory.Build.props", "dependencies"],
    ["package.yaml", "dependencies"],
    ["go.work", "dependencies"],
    ["third_party/a.c", "dependencies"],
    ["setup_helpers.py", "dependencies"],
    ["site-packages/a.py", "dependencies"],
    ["webpack.dev.js", "tools"],
    ["vitest.workspace.ts", "tools"],
    ["jest.unit.js", "tools"],
    ["jest-preset.js", "tools"],
    ["coverage.toml", "tools"],
    ["nextest.toml", "tools"],
    ["phpunit.xml.dist", "tools"],
    ["BUILD.bazel", "tools"],
    ["meson.build", "dependencies"],
    ["Taskfile.yml", "tools"],
    ["test/mocha.opts", "tools"],
    ["scripts/test.mjs", "tools"],
    ["packages/a/scripts/lint-docs.mjs", "tools"],
    ["run_tests.py", "tools"],
    ["run-tests", "tools"],
    ["test.sh", "tools"],
    ["src/setupTests.ts", "startup"],
    ["src/setup-tests.js", "startup"],
    ["vitest.setup.ts", "startup"],
    ["vitest-setup.ts", "startup"],
    ["tests/setup.ts", "startup"],
    ["test/helpers/register.cjs", "startup"],
    ["globalSetup.js", "startup"],
    ["tests/global-setup.mts", "startup"],
    ["spec/spec_helper.rb", "startup"],
    ["tests/pytest_plugins.py", "startup"],
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
