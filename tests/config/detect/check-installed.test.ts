import { chmod, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { checkInstalled } from "../../../src/config/detect/check-installed.ts";
import { createInstalledCheck } from "../../../src/config/detect/create-installed-check.ts";
import { completeGate } from "../../../src/config/gate-defaults.ts";
import type { ProcessRunner } from "../../../src/ports.ts";
import { createConfigProject, installedIs, readerOf } from "../../helpers/config-project.ts";

const project = readerOf({ "scripts/lint.sh": "", "packages/a/check": "", "package-lock.json": "" });

async function check(command: string | readonly string[], ...installed: readonly string[]) {
  const gate = completeGate({ name: "g", kind: "command", command });
  return checkInstalled([gate], { project, isInstalled: installedIs(...installed) });
}

describe("checkInstalled", () => {
  it.each([
    ["a program on the PATH", ["make", "test"]],
    ["a tracked script", ["scripts/lint.sh"]],
    ["a tracked script with a dot", "./scripts/lint.sh --all"],
    ["a shell's own words", "cd packages && export A=1; test -f x && true"],
    ["a string that only a shell can read", "for f in *; do gone $f; done > log"],
    ["an absolute path", ["/somewhere/tool"]],
    ["variables ahead", "A=1 make test"],
    ["a path after cd", "cd packages/a && ./check"],
  ])("accepts %s", async (_, command) => {
    await expect(check(command, "make", "for")).resolves.toBeUndefined();
  });

  it.each([
    ["a program", ["golangci-lint", "run"], "golangci-lint", "install golangci-lint"],
    ["a program late in a list", "make && rufff check", "rufff", "install rufff"],
    ["a package's program", ["node_modules/.bin/jest"], "node_modules/.bin/jest", "npm ci"],
    ["a script that is not tracked", ["./scripts/gone.sh"], "scripts/gone.sh", "create scripts/gone.sh"],
    ["a Python module", ["python3", "-m", "pytest"], "python3 -m pytest", "python3 -m pip install pytest"],
    ["a package's program by its bare name", ["vitest", "run"], "vitest", "write node_modules/.bin/vitest"],
    ["go", ["go", "test"], "go", "https://go.dev/dl"],
  ])("refuses %s that is not there, with the way to it", async (_, command, name, hint) => {
    await expect(check(command, "make", "python3")).rejects.toMatchObject({
      code: "GATE_NOT_INSTALLED",
      kind: "usage",
      message: `The gate g needs ${name}, which is not installed.`,
      hint: expect.stringContaining(hint),
    });
  });

  it("names every gate that cannot run", async () => {
    const gates = ["a", "b"].map((name) => completeGate({ name, kind: "command", command: [`no-${name}`] }));
    await expect(checkInstalled(gates, { project, isInstalled: installedIs() })).rejects.toMatchObject({
      message:
        "The gate a needs no-a, which is not installed.\nThe gate b needs no-b, which is not installed.",
    });
  });

  it("looks in the gate's own folder", async () => {
    const gate = completeGate({ name: "g", kind: "command", command: ["./check"], cwd: "packages/a" });
    await expect(checkInstalled([gate], { project, isInstalled: installedIs() })).resolves.toBeUndefined();
  });
});

describe("createInstalledCheck", () => {
  it("finds programs on the given PATH alone, files in the checkout, and asks each once", async () => {
    await using made = await createConfigProject({ "bin/plain": "", "node_modules/.bin/jest": "" });
    await mkdir(path.join(made.dir, "bin", "folder"));
    await writeFile(path.join(made.dir, "bin", "tool"), "#!/bin/sh\n");
    await chmod(path.join(made.dir, "bin", "tool"), 0o755);
    const asked: (readonly string[])[] = [];
    const processes: ProcessRunner = {
      run: async ({ argv, cwd }) => {
        asked.push([argv[0] ?? "", argv.at(-1) ?? "", cwd]);
        const exitCode = argv.at(-1) === "pytest" ? 0 : 1;
        return { status: "exited", exitCode, stdout: "", stderr: "", isTruncated: false, durationMs: 1 };
      },
    };
    const isInstalled = createInstalledCheck(
      { root: made.dir, searchPath: `relative:${made.dir}/bin` },
      { processes },
    );
    const program = (name: string) => isInstalled({ kind: "program", name });
    expect(
      await Promise.all([program("tool"), program("plain"), program("folder"), program("gone")]),
    ).toEqual([true, false, false, false]);
    expect(await isInstalled({ kind: "path", path: "node_modules/.bin/jest" })).toBe(true);
    expect(await isInstalled({ kind: "path", path: "node_modules" })).toBe(false);
    const module = (name: string) => isInstalled({ kind: "python-module", python: "python3", module: name });
    expect(await Promise.all([module("pytest"), module("mypy"), module("pytest")])).toEqual([
      true,
      false,
      true,
    ]);
    expect(asked).toEqual([
      ["python3", "pytest", "/"],
      ["python3", "mypy", "/"],
    ]);
    await isInstalled({ kind: "python-module", python: ".venv/bin/python", module: "pytest" });
    expect(asked.at(-1)?.[0]).toBe(path.join(made.dir, ".venv/bin/python"));
  });
});
