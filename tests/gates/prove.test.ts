import { chmod, lstat, readFile, symlink, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { checkId, type GateSpec } from "../../src/domain/gate.ts";
import { proveGate } from "../../src/gates/prove.ts";
import { runGate } from "../../src/gates/run-gate.ts";
import { buildGateDeps, buildResult, buildSpec } from "../helpers/gate-fixtures.ts";
import { openLocalSandbox } from "../helpers/local-sandbox.ts";

const tests = buildSpec({
  kind: "tests",
  format: "node-test",
  command: [
    "node",
    "--test",
    "--test-reporter={support}/node-test-reporter.mjs",
    "--test-reporter-destination={report}",
  ],
});
const testFile = (module: string, expected: number) =>
  `const { test } = require("node:test");\ntest("one", () => require("node:assert").equal(require("${module}"), ${expected}));\ntest("two", () => {});\n`;

/** Measures the base and tries to prove the gate; says whether every file is as it was. */
async function prove(
  spec: GateSpec,
  files: Readonly<Record<string, string>>,
  sources: readonly string[] = Object.keys(files),
) {
  await using sandbox = await openLocalSandbox({ files, links: { node_modules: resolve("node_modules") } });
  const deps = buildGateDeps(Object.keys(files));
  const baseResult = await runGate({ spec, sandbox }, deps);
  const proof = await proveGate({ spec, sandbox, baseResult, sources }, deps);
  for (const [path, content] of Object.entries(files)) {
    expect(String(await sandbox.read(path))).toBe(content);
  }
  return proof;
}

it("proves tests that load the source, and puts it back", async () => {
  const files = { "one.js": "module.exports = 1;\n", "a.test.js": testFile("./one.js", 1) };
  expect(await prove(tests, files, ["one.js"])).toMatchObject({
    status: "proven",
    file: "one.js",
    gate: "tests",
  });
});

it("does not prove tests that load another copy of the source", async () => {
  const files = {
    "one.js": "module.exports = 1;\n",
    "vendor/one.js": "module.exports = 1;\n",
    "a.test.js": testFile("./vendor/one.js", 1),
  };
  const proof = await prove(tests, files, ["one.js"]);
  expect(proof).toMatchObject({ status: "unproven", file: "one.js" });
  expect(proof.reason).toContain("one.js");
});

it("does not take a run for proof that took too long with the broken source", async () => {
  const command = "node --check one.js || sleep 30";
  const spec = buildSpec({ kind: "command", command, timeoutMs: 1_500 });
  expect((await prove(spec, { "one.js": "module.exports = 1;\n" })).status).toBe("unproven");
  expect((await prove({ ...spec, command: "node --check one.js" }, { "one.js": "1;\n" })).status).toBe(
    "proven",
  );
});

it("asks a partly red gate to lose what it passes", async () => {
  const files = { "one.js": "module.exports = 1;\n", "a.test.js": testFile("./one.js", 2) };
  expect((await prove(tests, files, ["one.js"])).status).toBe("unproven");
  const loading = { ...files, "a.test.js": `require("./one.js");\n${files["a.test.js"]}` };
  expect((await prove(tests, loading, ["one.js"])).status).toBe("proven");
});

it("takes a gate in which all fails as one that can fail, and runs nothing", async () => {
  const spec = buildSpec({ kind: "command", command: "echo x >> runs; exit 1" });
  await using sandbox = await openLocalSandbox({ files: { "a.js": "" } });
  const deps = buildGateDeps();
  const baseResult = await runGate({ spec, sandbox }, deps);
  expect((await proveGate({ spec, sandbox, baseResult, sources: ["a.js"] }, deps)).status).toBe("proven");
  expect(String(await sandbox.read("runs"))).toBe("x\n");
});

describe("with more than three sources", () => {
  const names = ["a.js", "notes.md", "b.js", "c.js", "d.js", "e.js"];
  const files = Object.fromEntries(names.map((name) => [name, `// ${name}\n`]));
  /** Notes which files were broken in each run. */
  async function proveLogged(check: string) {
    await using sandbox = await openLocalSandbox({ files });
    const spec = buildSpec({
      kind: "command",
      command: `${check}; echo $(grep -l '^)' *) >> ../log; exit $code`,
    });
    const deps = buildGateDeps();
    const baseResult = await runGate({ spec, sandbox }, deps);
    const proof = await proveGate({ spec, sandbox, baseResult, sources: names }, deps);
    for (const [path, content] of Object.entries(files)) {
      expect(String(await sandbox.read(path))).toBe(content);
    }
    const log = await readFile(join(sandbox.dir, "../log"), "utf8");
    return { proof, log: log.split("\n").slice(1, -1) };
  }

  it("breaks three one at a time, then all at once: a gate of a corner is proven", async () => {
    const { proof, log } = await proveLogged("node -c e.js; code=$?");
    expect(log).toEqual(["a.js", "b.js", "c.js", "a.js b.js c.js d.js e.js"]);
    expect(proof).toMatchObject({ status: "proven", file: "c.js" });
    expect(proof.reason).toMatch(/^broken syntax in all 5 source files turns it red: /);
  });

  it("does not prove a gate that runs none of them", async () => {
    const { proof, log } = await proveLogged("code=0");
    expect(log).toHaveLength(4);
    expect(proof).toMatchObject({ status: "unproven", file: "c.js" });
    expect(proof.reason).toContain("all 5 source files");
  });

  it("stops at the first that the gate reacts to", async () => {
    const { proof, log } = await proveLogged("node -c b.js; code=$?");
    expect(log).toEqual(["a.js", "b.js"]);
    expect(proof).toMatchObject({ status: "proven", file: "b.js" });
  });
});

it("puts every file back when it is stopped with all of them broken", async () => {
  const files = Object.fromEntries(["a", "b", "c", "d"].map((name) => [`${name}.js`, "1;\n"]));
  await using sandbox = await openLocalSandbox({ files });
  const controller = new AbortController();
  const sources = Object.keys(files);
  const apply: typeof sandbox.apply = async (edits) => {
    await sandbox.apply(edits);
    if (edits.length === sources.length) controller.abort(new Error("stopped"));
  };
  const spec = buildSpec({ kind: "command", command: "true" });
  const input = { spec, sandbox: { ...sandbox, apply }, baseResult: buildResult({}), sources };
  const deps = { ...buildGateDeps(), signal: controller.signal };
  await expect(proveGate(input, deps)).rejects.toThrow("stopped");
  for (const path of sources) expect(String(await sandbox.read(path))).toBe("1;\n");
});

it("proves a linter that already has findings only by a new one", async () => {
  const spec = buildSpec({ kind: "lint", format: "eslint-json", command: "eslint -f json src" });
  const files = {
    "eslint.config.mjs": 'export default [{ rules: { eqeqeq: "error" } }];\n',
    "src/a.js": "let a = 1 == 2;\nlet b = 1 == 3;\n",
    "lib/b.js": "1;\n",
  };
  expect((await prove(spec, files, ["src/a.js"])).status).toBe("proven");
  expect((await prove(spec, files, ["lib/b.js"])).status).toBe("unproven");
});

it("proves benchmarks, and never a gate that gives no result", async () => {
  const benchmark = { pattern: "(\\d+)", direction: "lower-is-better", threshold: 0.1, repeats: 3 } as const;
  const files = { "a.js": "console.log(5);\n" };
  expect((await prove(buildSpec({ kind: "benchmark", command: "node a.js", benchmark }), files)).status).toBe(
    "proven",
  );
  const hanging = buildSpec({ kind: "command", command: "sleep 9", timeoutMs: 100 });
  expect(await prove(hanging, files)).toMatchObject({ status: "unproven", file: "" });
});

it("breaks nothing that it could not put back: links, other encodings, missing files", async () => {
  await using sandbox = await openLocalSandbox({ files: { "real.js": "1;\n" } });
  await symlink("real.js", join(sandbox.dir, "link.js"));
  await writeFile(join(sandbox.dir, "latin.js"), Buffer.from([0x2f, 0x2f, 0xe9, 0x0a]));
  const spec = buildSpec({ kind: "command", command: "exit 1" });
  const baseResult = buildResult({ status: "passed" });
  const sources = ["link.js", "latin.js", "none.js"];
  const proof = await proveGate({ spec, sandbox, baseResult, sources }, buildGateDeps());
  expect(proof).toEqual({
    gate: "command",
    status: "unproven",
    file: "",
    reason: "there is no source file to break",
  });
});

it("is not proven by a check that changes by itself", async () => {
  const files = { "one.js": "module.exports = 1;\n", "a.test.js": testFile("./one.js", 1) };
  await using sandbox = await openLocalSandbox({ files });
  const deps = buildGateDeps(Object.keys(files));
  const baseResult = await runGate({ spec: tests, sandbox }, deps);
  const setAside = new Set(baseResult.checks.filter(({ name }) => name === "one").map(checkId));
  const input = { spec: tests, sandbox, baseResult, sources: ["one.js"] };
  expect((await proveGate({ ...input, setAside }, deps)).status).toBe("unproven");
  expect((await proveGate(input, deps)).status).toBe("proven");
});

it("proves nothing when it is stopped, and still puts the file back", async () => {
  await using sandbox = await openLocalSandbox({ files: { "a.js": "1;\n" } });
  const spec = buildSpec({ kind: "command", command: "sleep 60" });
  const signal = AbortSignal.timeout(300);
  const input = { spec, sandbox, baseResult: buildResult({}), sources: ["a.js"] };
  await expect(proveGate(input, { ...buildGateDeps(), signal })).rejects.toThrow(/timeout/);
  expect(String(await sandbox.read("a.js"))).toBe("1;\n");
});

it("keeps the mode of an executable file", async () => {
  await using sandbox = await openLocalSandbox({ files: { "run.js": "#!/usr/bin/env node\n" } });
  await chmod(join(sandbox.dir, "run.js"), 0o755);
  const spec = buildSpec({ kind: "command", command: "./run.js" });
  const deps = buildGateDeps();
  const baseResult = await runGate({ spec, sandbox }, deps);
  const proof = await proveGate({ spec, sandbox, baseResult, sources: ["run.js"] }, deps);
  expect(proof.status).toBe("proven");
  expect((await lstat(join(sandbox.dir, "run.js"))).mode & 0o111).not.toBe(0);
});
