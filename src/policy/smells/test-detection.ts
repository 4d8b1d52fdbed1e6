import { childOf, enclosing, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { CodeFacts } from "./code/code-facts.ts";
import { createSmellRule } from "./create-smell-rule.ts";
import { makeSmell } from "./make-smell.ts";
import type { Smell } from "./smell.ts";

const does = "asks whether a test is running";
const main = "asks how it was started";

const variables =
  /^_?_?(VITEST\w*|JEST_\w+|NODE_TEST_CONTEXT|NODE_TEST_\w+|MOCHA\w*|PYTEST_\w+|TAP_\w+|TAP|AVA_\w+|NYC_\w+|TEST_WORKER_\w+|NODE_V8_COVERAGE|NIGHTSHIFT\w*|CYPRESS\w*|PLAYWRIGHT\w*|COVERAGE_RUN|COVERAGE_PROCESS_START|npm_lifecycle_\w+|npm_command|RUST_TEST_\w+|CARGO_TARGET_TMPDIR|UNITTEST\w*|NOSE_\w+|XCTest\w*)$/;
const machine =
  /^(CI|GITHUB_\w+|RUNNER_\w+|CONTINUOUS_INTEGRATION|TRAVIS|BUILD_NUMBER|TESTING|IS_TEST|TEST_ENV|TEST)$/;
const marks =
  /^(\$\$jest|jest-matchers|__vitest|__jest|__mocha|__coverage__|_called_from_test|__unittest|pytest_plugins|__pytest)/;
const runners = /^_?(pytest|unittest|nose2?|vitest|jest|mocha|tape|ava|node:test)$/;
const runnerGlobals = [
  "describe",
  "it",
  "test",
  "expect",
  "jest",
  "vi",
  "vitest",
  "mocha",
  "suite",
  "specify",
  "xit",
  "fit",
  "beforeEach",
  "afterEach",
  "beforeAll",
  "afterAll",
  "jasmine",
  "Cypress",
  "QUnit",
  "sinon",
  "chai",
];

export const testDetection = createSmellRule({
  id: "test-detection",
  title: "New code that finds out whether it is being tested",
  explanation:
    "A program that behaves otherwise under test is not what was tested. Variables of runners, their globals and the " +
    "command line tell; so do continuous integration's own variables. Take settings as arguments.",
  inTests: "ignored",
  script: [
    {
      does,
      names: ["import.meta.vitest", "import.meta.jest", "import.meta.env.VITEST*", "import.meta.env.TEST"],
    },
    { does, names: runnerGlobals },
    {
      does: main,
      names: [
        "process.argv",
        "process.argv0",
        "process.execArgv",
        "process.title",
        "process.ppid",
        "process.mainModule",
        "require.main",
        "module.parent",
        "Deno.args",
        "Bun.argv",
      ],
    },
  ],
  python: [
    {
      does,
      names: [
        "sys.modules",
        "sys.gettrace",
        "sys.getprofile",
        "sys._called_from_test",
        "__main__",
        "sys.monitoring",
      ],
    },
    { does: main, names: ["sys.argv", "sys.orig_argv", "os.getppid"] },
  ],
  text: {
    script: [
      { does, pattern: /\b(VITEST\w*|JEST_WORKER_ID|NODE_TEST_CONTEXT|MOCHA\w*|npm_lifecycle_event)\b/ },
    ],
    python: [{ does, pattern: /\bPYTEST_\w+|\bsys\s*\.\s*modules\b|["'](pytest|unittest)["']\s*in\b/ }],
    go: [{ does, pattern: /\btesting\.Testing\(\)|\bos\.Args\b|\bflag\.Lookup\("test\.|\.test"/ }],
    rust: [{ does, pattern: /\bcfg!?\s*\(\s*(not\s*\(\s*)?test\b|\benv::args\b|\bRUST_TEST/ }],
    ruby: [
      {
        does,
        pattern: /\bdefined\?\s*\(?\s*(RSpec|Minitest|Test)|\bRails\.env\.test\?|\bENV\[["']\w*(CI|TEST)/,
      },
    ],
    php: [
      { does, pattern: /\bPHPUNIT_\w+|\bdefined\s*\(\s*["']PHPUNIT|class_exists\s*\(\s*["']\\?PHPUnit/i },
    ],
    jvm: [{ does, pattern: /Class\.forName\s*\(\s*"org\.junit|\bsurefire\b|\bsun\.java\.command\b/ }],
    csharp: [{ does, pattern: /\b(xunit|nunit|testhost)\b/i }],
    c: [{ does, pattern: /\bgetenv\s*\(\s*"\w*(TEST|CI)\w*"/ }],
    shell: [{ does, pattern: /\$\{?(CI|GITHUB_ACTIONS|PYTEST_\w+|VITEST|BATS_\w+)\b/ }],
    other: [{ does, pattern: /\b(PYTEST|VITEST|JEST|MIX_ENV|BUSTED)\w*\b/ }],
  },
  find: (facts) => [...findTexts(facts), ...findEnvironment(facts)],
});

/** Names of runners' variables and marks, wherever they are spelled out: the lookup itself can hide. */
function findTexts(facts: CodeFacts): readonly Smell[] {
  return facts.texts.flatMap(({ value, node }) =>
    variables.test(value) ||
    marks.test(value) ||
    (machine.test(value) && isLookup(facts, node)) ||
    (runners.test(value) && isSearch(facts, node))
      ? [makeSmell(facts, node, { does: `${does} (${value.slice(0, 60)})`, kind: does })]
      : [],
  );
}

function isLookup(facts: CodeFacts, node: SyntaxNode): boolean {
  const above = enclosing(
    node,
    new Set([
      "call",
      "call_expression",
      "subscript",
      "subscript_expression",
      "binary_expression",
      "comparison_operator",
    ]),
  );
  return above !== null && /\benv(iron)?\b|getenv/i.test(facts.source.text.slice(above.start, above.end));
}

/** Whether a runner's name is looked for among what is loaded or could be. */
function isSearch(facts: CodeFacts, node: SyntaxNode): boolean {
  let above = node;
  while (above.parent !== null && !/(statement|declaration|definition)$/.test(above.type))
    above = above.parent;
  const header = childOf(above, "condition") ?? above;
  const written = facts.source.text.slice(header.start, header.end);
  return /\b(sys\.(path|modules)|find_spec|require\.resolve|import\.meta\.resolve)\b/.test(written);
}

function findEnvironment(facts: CodeFacts): readonly Smell[] {
  return facts.references.flatMap(({ name, node }) => {
    const variable = /^(?:process\.env|import\.meta\.env|Deno\.env|Bun\.env|os\.environ)\.([^.[]+)/.exec(
      name,
    )?.[1];
    if (variable === undefined) return [];
    const isMode = /^(NODE_ENV|MODE|BABEL_ENV|APP_ENV|ENV|ENVIRONMENT|PYTHON_ENV|FLASK_ENV|DJANGO_ENV)$/.test(
      variable,
    );
    const isTelling =
      variables.test(variable) || machine.test(variable) || (isMode && isComparedWithTest(facts, node));
    return isTelling ? [makeSmell(facts, node, { does: `${does} (${name})`, kind: does })] : [];
  });
}

const statements = /(statement|declaration|declarator|assignment|arrow_function|switch_body|pair)$/;

/** Whether "test" stands in the same statement; a mode that is compared with "production" is a usual setting. */
function isComparedWithTest(facts: CodeFacts, node: SyntaxNode): boolean {
  let statement = node;
  while (statement.parent !== null && !statements.test(statement.type)) statement = statement.parent;
  const header = statement.children.filter(({ field }) => field !== "consequence" && field !== "alternative");
  const isSwitch = statement.type === "switch_statement";
  const parts = statement.type === "if_statement" ? header : [statement];
  const inside = (at: SyntaxNode) => parts.some(({ start, end }) => start <= at.start && at.end <= end);
  const isNamed = facts.texts.some((text) => inside(text.node) && /^test(ing)?$/i.test(text.value.trim()));
  const written = parts.map(({ start, end }) => facts.source.text.slice(start, end)).join("\n");
  return isNamed || isSwitch || /\/[^/\n]*test[^/\n]*\/[a-z]*\s*\.\s*test|["'`]te|st["'`]/i.test(written);
}
