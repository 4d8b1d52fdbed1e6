import { describe, expect, it } from "vitest";
import { detectGates } from "../../../src/config/detect/detect-gates.ts";
import { installedIs, readerOf } from "../../helpers/config-project.ts";

async function detect(files: Readonly<Record<string, string>>, ...installed: readonly string[]) {
  return detectGates({ project: readerOf(files), isInstalled: installedIs(...installed) });
}

const functions = "def test_adds():\n    assert True\n";
const cases = "import unittest\nclass T(unittest.TestCase):\n    def test_a(self): pass\n";
const python = ["python3", "python3:pytest", "python3:ruff", "python3:mypy"];

describe("detectGates: Python", () => {
  it.each([
    ["pytest.ini", { "pytest.ini": "[pytest]\n", "tests/test_a.py": cases }],
    ["pyproject.toml", { "pyproject.toml": "[tool.pytest.ini_options]\n", "tests/test_a.py": cases }],
    ["a requirement", { "requirements-dev.txt": "pytest>=8\n", "tests/test_a.py": cases }],
    ["a conftest.py", { "tests/conftest.py": "", "tests/test_a.py": cases }],
    ["an import", { "tests/test_a.py": `import pytest\n${cases}` }],
    ["plain functions", { "a_test.py": functions }],
  ])("runs pytest because of %s", async (_, files) => {
    const { gates } = await detect(files, ...python);
    expect(gates).toMatchObject([{ name: "tests", runner: "pytest", format: "pytest", report: "{report}" }]);
    expect(gates[0]?.command.slice(0, 3)).toEqual(["python3", "-m", "pytest"]);
  });

  it("runs unittest where tests are unittest's alone", async () => {
    const { gates } = await detect({ "test_a.py": cases }, ...python);
    expect(gates).toMatchObject([
      { runner: "unittest", command: ["python3", "{support}/unittest_report.py", "{report}"] },
    ]);
  });

  it("runs unittest's tests by unittest where pytest is missing, and says so", async () => {
    const { gates, notes } = await detect({ "pytest.ini": "", "test_a.py": cases }, "python3");
    expect(gates).toMatchObject([{ runner: "unittest" }]);
    expect(notes.join("\n")).toContain("pytest is not installed");
  });

  it("refuses pytest's own tests where pytest is missing, with the command that installs it", async () => {
    await expect(detect({ "test_a.py": functions }, "python3")).rejects.toMatchObject({
      code: "GATE_NOT_INSTALLED",
      message: expect.stringContaining("python3 -m pytest"),
      hint: expect.stringContaining("python3 -m pip install pytest"),
    });
  });

  it("uses the project's own environment", async () => {
    const { gates } = await detect({ "test_a.py": functions }, ".venv/bin/python", ".venv/bin/python:pytest");
    expect(gates[0]?.command.slice(0, 3)).toEqual([".venv/bin/python", "-m", "pytest"]);
  });

  it("keeps coverage thresholds of the project's settings out", async () => {
    const settings = '[tool.pytest.ini_options]\naddopts = "--cov=src --cov-fail-under=90"\n';
    const { gates } = await detect({ "pyproject.toml": settings, "test_a.py": functions }, ...python);
    expect(gates[0]?.command).toContain("--no-cov");
  });

  it("finds ruff and mypy where they are set up", async () => {
    const files = { "pyproject.toml": "[tool.ruff]\n[tool.mypy]\nstrict = true\n", "src/a.py": "" };
    const { gates } = await detect(files, ...python);
    expect(gates.map(({ name, kind, command }) => [name, kind, command.slice(2)])).toEqual([
      ["lint", "lint", ["ruff", "check", "--output-format", "json", "--no-cache"]],
      [
        "typecheck",
        "typecheck",
        ["mypy", "--no-pretty", "--no-color-output", "--show-column-numbers", "--show-error-codes", "."],
      ],
    ]);
  });

  it("takes no file of another kind or of a dependency for a test", async () => {
    const files = {
      "src/latest.py": functions,
      "vendor/x/test_a.py": functions,
      "node_modules/y/test_b.py": functions,
    };
    await expect(detect(files, ...python)).rejects.toMatchObject({ code: "NO_GATES" });
  });
});

describe("detectGates: Go, Rust and make", () => {
  it("tests and vets each Go module", async () => {
    const { gates } = await detect({ "go.mod": "module x\n", "a_test.go": "" }, "go");
    expect(gates).toMatchObject([
      { name: "lint", kind: "lint", command: "go vet ./... 2>&1", format: "line-column" },
      {
        name: "tests",
        runner: "go",
        command: ["go", "test", "-json", "-count=1", "-timeout={fileLimitMs}ms", "./..."],
        format: "go-test-json",
      },
    ]);
  });

  it("only vets a Go module without tests", async () => {
    const { gates } = await detect({ "svc/go.mod": "module x\n", "svc/a.go": "" }, "go");
    expect(gates).toMatchObject([{ name: "lint:svc", cwd: "svc" }]);
  });

  it("tests a Cargo workspace as a whole, without network, and runs clippy where it is installed", async () => {
    const files = { "Cargo.toml": "[workspace]\nmembers = ['a']\n", "a/Cargo.toml": "[package]\n" };
    const alone = await detect(files, "cargo");
    expect(alone.gates).toMatchObject([
      {
        name: "tests",
        runner: "cargo",
        command: "cargo test --no-fail-fast --workspace 2>&1",
        env: { CARGO_NET_OFFLINE: "true" },
      },
    ]);
    const both = await detect(files, "cargo", "cargo-clippy");
    expect(both.gates.map(({ name, kind }) => [name, kind])).toEqual([
      ["lint", "lint"],
      ["tests", "tests"],
    ]);
  });

  it.each(["Makefile", "makefile", "GNUmakefile"])(
    "runs the target `test` of a %s where nothing else is found",
    async (file) => {
      const { gates } = await detect({ [file]: "all:\n\ttrue\n\ntest: all\n\t./t\n" }, "make");
      expect(gates).toMatchObject([{ name: "tests", kind: "command", command: ["make", "test"] }]);
    },
  );

  it.each(["test := 1\n", "tests:\n\ttrue\n", "\ttest: x\n"])(
    "does not take %j for the target",
    async (text) => {
      await expect(detect({ Makefile: text }, "make")).rejects.toMatchObject({ code: "NO_GATES" });
    },
  );

  it("prefers a known ecosystem to make", async () => {
    const { gates } = await detect(
      { Makefile: "test:\n\tgo test\n", "go.mod": "", "a_test.go": "" },
      "go",
      "make",
    );
    expect(gates.map(({ kind }) => kind)).toEqual(["lint", "tests"]);
  });
});

describe("detectGates: several, missing, none", () => {
  it("tells gates of two ecosystems apart by their tools", async () => {
    const files = {
      "package.json": JSON.stringify({ scripts: { test: "node --test" } }),
      "test_a.py": functions,
      "go.mod": "",
      "a_test.go": "",
    };
    const { gates } = await detect(files, "node", "go", ...python);
    expect(gates.map(({ name }) => name)).toEqual(["lint", "tests", "tests:pytest", "tests:go"]);
  });

  it("leaves out what is not installed, with a note that says how to have it", async () => {
    const files = {
      "package.json": JSON.stringify({ scripts: { test: "vitest" } }),
      "package-lock.json": "{}",
      "test_a.py": functions,
    };
    const { gates, notes } = await detect(files, ...python);
    expect(gates).toMatchObject([{ runner: "pytest" }]);
    expect(notes).toContainEqual(
      expect.stringMatching(/^tests: left out, since .* is not installed; .* to have it$/),
    );
  });

  it.each([
    ["package-lock.json", "npm ci"],
    ["pnpm-lock.yaml", "pnpm install"],
    ["yarn.lock", "yarn install"],
    ["README.md", "npm install"],
  ])("refuses when nothing is installed; with %s it says to run %s", async (file, command) => {
    const files = { "package.json": JSON.stringify({ scripts: { test: "vitest" } }), [file]: "" };
    await expect(detect(files, "node")).rejects.toMatchObject({
      code: "GATE_NOT_INSTALLED",
      kind: "usage",
      message: expect.stringContaining("node_modules/.bin/vitest"),
      hint: expect.stringContaining(command),
    });
  });

  it("refuses an empty repository and shows how to configure a gate", async () => {
    await expect(detect({ "README.md": "" })).rejects.toMatchObject({
      code: "NO_GATES",
      kind: "usage",
      hint: expect.stringContaining("kind: tests"),
    });
  });
});
