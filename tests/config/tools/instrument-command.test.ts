import { describe, expect, it } from "vitest";
import { instrumentCommand } from "../../../src/config/instrument-command.ts";

const nodeReport = [
  "--test",
  "--test-reporter={support}/node-test-reporter.mjs",
  "--test-reporter-destination={report}",
];
const vitestReport = ["--reporter=json", "--outputFile={report}", "--bail=0", "--coverage.enabled=false"];
const mochaReport = ["--reporter=json", "--reporter-option=output={report}", "--no-bail"];
const jestReport = ["--json", "--outputFile={report}", "--ci", "--bail=0", "--coverage=false"];
const pytestReport = [
  "-o",
  "junit_family=xunit1",
  "--junitxml={report}",
  "-p",
  "no:cacheprovider",
  "--maxfail=0",
  "--continue-on-collection-errors",
  "--rootdir=.",
];

describe("instrumentCommand", () => {
  it.each([
    ["node --test", ["node", ...nodeReport]],
    [
      "node --import=tsx -r ./x.cjs --test --watch 'a/**/*.ts'",
      ["node", "--import=tsx", "-r", "./x.cjs", ...nodeReport, "a/**/*.ts"],
    ],
    [
      "c8 -r lcov --check-coverage node --experimental-strip-types --test --test-reporter dot",
      ["node", "--experimental-strip-types", ...nodeReport],
    ],
    ["tsx --test test/a.ts", ["tsx", ...nodeReport, "test/a.ts"]],
    ["vitest", ["vitest", "run", ...vitestReport]],
    [
      "npx --no-install vitest run --config v.ts -w src/a",
      ["npx", "--no-install", "vitest", "run", "--config", "v.ts", ...vitestReport, "src/a"],
    ],
    [
      "pnpm exec vitest watch --coverage.thresholds.lines 80",
      ["pnpm", "exec", "vitest", "run", ...vitestReport, "80"],
    ],
    ["cross-env NODE_ENV=test jest -i --verbose src", ["jest", "-i", "--verbose", ...jestReport, "src"]],
    [
      "node --experimental-vm-modules node_modules/jest/bin/jest.js -b",
      ["node", "--experimental-vm-modules", "node_modules/jest/bin/jest.js", ...jestReport],
    ],
    [
      "./node_modules/.bin/mocha -r ts-node/register -R spec -b --timeout 5000 test",
      ["./node_modules/.bin/mocha", "-r", "ts-node/register", "--timeout", "5000", ...mochaReport, "test"],
    ],
    ["mocha -t 0", ["mocha", "--timeout={fileLimitMs}", ...mochaReport]],
    ["mocha --no-timeouts", ["mocha", "--timeout={fileLimitMs}", ...mochaReport]],
    ["vitest run --testTimeout=0", ["vitest", "run", "--testTimeout={fileLimitMs}", ...vitestReport]],
    ["jest --testTimeout 9", ["jest", "--testTimeout", "9", ...jestReport]],
    ["nyc --reporter=html --reporter text mocha", ["mocha", ...mochaReport]],
    [
      "tape -r esm 'test/*.js'",
      ["node", "--require={support}/tap-crash-reporter.cjs", "-r", "esm", "{file}"],
    ],
    [
      "python3 -m pytest -x -k 'not slow' tests",
      ["python3", "-m", "pytest", "-k", "not slow", ...pytestReport, "tests"],
    ],
    ["uv run pytest --cov=src --maxfail 2", ["uv", "run", "pytest", ...pytestReport]],
    ["pytest --rootdir=..", ["pytest", "--rootdir=..", ...pytestReport.slice(0, -1)]],
    [
      "python -m unittest discover -s tests -v",
      ["python", "{support}/unittest_report.py", "{report}", "-s", "tests"],
    ],
    [
      "python -m unittest discover tests 'check_*.py' .",
      ["python", "{support}/unittest_report.py", "{report}", "-s", "tests", "-p", "check_*.py", "-t", "."],
    ],
    [
      "python -m unittest -k slow -f tests.a tests.b",
      ["python", "{support}/unittest_report.py", "{report}", "tests.a", "tests.b", "-k", "slow"],
    ],
    [
      "go test -race ./pkg/...",
      ["go", "test", "-json", "-count=1", "-timeout={fileLimitMs}ms", "-race", "./pkg/..."],
    ],
    ["go test -timeout 9s", ["go", "test", "-json", "-count=1", "-timeout", "9s", "./..."]],
    ["cargo test --release -q", "cargo test --no-fail-fast --release 2>&1"],
    [
      "eslint --ext .js,.ts --max-warnings 0 --fix src",
      ["eslint", "--ext", ".js,.ts", "--format=json", "--output-file={report}", "src"],
    ],
    ["biome ci --error-on-warnings .", ["biome", "ci", "--reporter=json", "--max-diagnostics=none", "."]],
    ["biome check --write", ["biome", "check", "--reporter=json", "--max-diagnostics=none"]],
    [
      "ruff check --output-format=github src",
      ["ruff", "check", "--output-format", "json", "--no-cache", "src"],
    ],
    [
      "tsc -p tsconfig.json --noEmit true --watch",
      ["tsc", "-p", "tsconfig.json", "--noEmit", "--pretty", "false"],
    ],
    ["tsc -b", ["tsc", "-b", "--pretty", "false"]],
    [
      "mypy --strict --pretty src",
      [
        "mypy",
        "--strict",
        "--no-pretty",
        "--no-color-output",
        "--show-column-numbers",
        "--show-error-codes",
        "src",
      ],
    ],
    ["go vet", "go vet ./... 2>&1"],
    [
      "cargo clippy --all-targets -- -D warnings",
      "cargo clippy --quiet --message-format=short --all-targets -- -D warnings 2>&1",
    ],
  ])("makes the report of %j readable", (command, expected) => {
    expect(instrumentCommand(command)?.command).toEqual(expected);
  });

  it.each([
    "vitest bench",
    "node server.js",
    "prettier --check .",
    "biome format .",
    "ruff format",
    "python app.py",
    "go build",
    "tape",
    "",
  ])("sees no known tool in %j", (command) => {
    expect(instrumentCommand(command)).toBeNull();
  });

  it("reads an argv as it reads a string", () => {
    expect(instrumentCommand(["npx", "vitest", "run"])?.command).toEqual(
      instrumentCommand("npx vitest run")?.command,
    );
    expect(instrumentCommand(["node", "--test", "test/*.js"])?.command).toEqual([
      "node",
      ...nodeReport,
      "test/*.js",
    ]);
  });

  it("gives the same when it is given its own result", () => {
    for (const command of [
      "vitest run a",
      "jest",
      "mocha t",
      "eslint .",
      "tsc",
      "node --test",
      "biome lint",
    ]) {
      const once = instrumentCommand(command);
      expect(instrumentCommand(once?.command ?? "")?.command).toEqual(once?.command);
    }
  });

  it("leaves filters of the whole run out of the run of one test", () => {
    expect(instrumentCommand("mocha --grep fast test/a.js")?.only).toEqual([
      "mocha",
      ...mochaReport,
      "--grep={namePattern}",
      "{file}",
    ]);
    expect(instrumentCommand("vitest run src -t fast")?.only).toEqual([
      "vitest",
      "run",
      ...vitestReport,
      "--testNamePattern={namePattern}",
      "{file}",
    ]);
  });
});
