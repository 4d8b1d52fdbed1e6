import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { buildConfigJsonSchema } from "../../src/config/config-json-schema.ts";
import { listConfigKeys } from "../../src/config/config-keys.ts";
import { configSchema } from "../../src/config/schema.ts";
import { repositoryRoot } from "../helpers/config-project.ts";

const published = path.join(repositoryRoot, "schema", "nightshift.schema.json");

describe("the published JSON Schema", () => {
  it("is current", () => {
    expect(JSON.parse(readFileSync(published, "utf8"))).toEqual(buildConfigJsonSchema());
  });

  it("has an id, a title, descriptions and defaults for editors", () => {
    const schema = buildConfigJsonSchema();
    expect(schema).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: expect.stringMatching(/^urn:nightshift:/),
      title: expect.any(String),
      properties: { stop: { properties: { maxCycles: { default: 10, description: expect.any(String) } } } },
      additionalProperties: false,
    });
    expect(schema).not.toHaveProperty("required");
  });

  const reread = z.fromJSONSchema(buildConfigJsonSchema() as Parameters<typeof z.fromJSONSchema>[0]);
  const gate = { name: "tests", kind: "tests", command: ["node", "--test"] };
  it.each([
    [{}, true],
    [{ stop: { maxCycles: 3, maxCostUsd: null } }, true],
    [{ gates: [gate, { ...gate, command: "npm test", env: { A: "1" } }] }, true],
    [{ gates: [{ ...gate, benchmark: { pattern: "(\\d+)" } }] }, true],
    [{ stop: { maxCycles: 0 } }, false],
    [{ stop: { maxCycle: 3 } }, false],
    [{ gates: [{ ...gate, kind: "test" }] }, false],
    [{ gates: [{ ...gate, name: "a b" }] }, false],
    [{ gates: [{ name: "tests", kind: "tests" }] }, false],
    [{ gates: [{ ...gate, env: { A: 1 } }] }, false],
    [{ focus: "src" }, false],
    [{ branches: { prefix: "a/b" } }, false],
  ])("agrees with the parser on %j: %s", (value, isValid) => {
    expect(configSchema.safeParse(value).success).toBe(isValid);
    expect(reread.safeParse(value).success).toBe(isValid);
  });

  it("is checked by scripts/write-schema.ts --check, which fails when the file is stale", () => {
    const copy = mkdtempSync(path.join(tmpdir(), "nightshift-schema-"));
    try {
      for (const folder of ["src", "scripts", "schema", "package.json"]) {
        cpSync(path.join(repositoryRoot, folder), path.join(copy, folder), { recursive: true });
      }
      symlinkSync(path.join(repositoryRoot, "node_modules"), path.join(copy, "node_modules"));
      const script = path.join(copy, "scripts", "write-schema.ts");
      const check = () => spawnSync(process.execPath, [script, "--check"], { encoding: "utf8" });
      expect(check().status).toBe(0);
      writeFileSync(path.join(copy, "schema", "nightshift.schema.json"), "{}\n");
      expect(check()).toMatchObject({ status: 1, stderr: expect.stringContaining("not current") });
      execFileSync(process.execPath, [script]);
      expect(check().status).toBe(0);
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  });
});

describe("listConfigKeys", () => {
  it("gives every setting a variable of its own", () => {
    const keys = listConfigKeys();
    expect(new Set(keys.map(({ variable }) => variable)).size).toBe(keys.length);
    expect(keys).toContainEqual({
      path: "stop.maxCostUsd",
      variable: "NIGHTSHIFT_STOP_MAX_COST_USD",
      isText: false,
      isList: false,
    });
    expect(keys).toContainEqual({ path: "gates", variable: "NIGHTSHIFT_GATES", isText: false, isList: true });
  });
});
