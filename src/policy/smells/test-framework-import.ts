import { createSmellRule } from "./create-smell-rule.ts";

const does = "imports a test runner or what belongs to one";

export const testFrameworkImport = createSmellRule({
  id: "test-framework-import",
  title: "New imports of test runners, assertion or mock libraries in sources",
  explanation:
    "A source that has the test's own tools at hand can change how it is judged. Tests import sources, not the other " +
    "way round. node:assert is only pointed out, since programs check their own assumptions with it.",
  inTests: "ignored",
  script: [
    {
      does,
      isImported: true,
      names: [
        "vitest",
        "vitest/*",
        "@vitest/*",
        "jest",
        "jest-*",
        "@jest/*",
        "expect",
        "@types/jest",
        "mocha",
        "mocha/*",
        "chai",
        "chai-*",
        "chai/*",
        "tape",
        "tap",
        "@tapjs/*",
        "ava",
        "uvu",
        "uvu/*",
        "sinon",
        "sinon-*",
        "should",
        "power-assert",
        "jasmine",
        "jasmine-core",
        "qunit",
        "cypress",
        "testdouble",
        "proxyquire",
        "rewire",
        "mock-require",
        "nock",
        "node:test",
        "node:test/*",
        "bun:test",
        "@playwright/test",
        "@testing-library/*",
      ],
    },
    { does: "imports an assertion library", names: ["assert"], uses: ["import"], severity: "note" },
  ],
  python: [
    {
      does,
      isImported: true,
      names: [
        "pytest",
        "_pytest",
        "pluggy",
        "unittest",
        "nose",
        "nose2",
        "hypothesis",
        "mock",
        "doctest",
        "testtools",
        "behave",
        "ward",
        "robot",
        "twisted.trial",
        "django.test",
      ],
    },
  ],
  text: {
    script: [
      {
        does,
        pattern:
          /(from|require\s*\(|import\s*\(?)\s*["'`](node:test|vitest|@vitest\/|@?jest|mocha|chai|tape|ava|sinon|expect)\b/,
      },
    ],
    python: [{ does, pattern: /\b(import|from)\s+(_?pytest|unittest|nose|hypothesis|doctest|mock)\b/ }],
    go: [{ does, pattern: /"testing(\/\w+)?"|"github\.com\/(stretchr\/testify|onsi\/\w+)[^"]*"/ }],
    rust: [{ does, pattern: /\buse\s+(test|proptest|quickcheck|mockall)\b|\bextern\s+crate\s+test\b/ }],
    ruby: [{ does, pattern: /\brequire\s*\(?\s*["'](rspec|minitest|test\/unit|mocha)/ }],
    php: [{ does, pattern: /\bPHPUnit\\|\bMockery\b/ }],
    jvm: [
      {
        does,
        pattern: /\bimport\s+(static\s+)?(org\.(junit|testng|mockito|assertj|hamcrest)|io\.kotest|spock)\b/,
      },
    ],
    csharp: [{ does, pattern: /\busing\s+(Xunit|NUnit|Moq|Microsoft\.VisualStudio\.TestTools)\b/ }],
    c: [{ does, pattern: /#\s*include\s*[<"](gtest|gmock|catch2?|cmocka|check|unity)\b/ }],
  },
});
