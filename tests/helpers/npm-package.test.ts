import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fetchNpmPackage } from "./npm-package.ts";
import { realPackages } from "./real-packages.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "nightshift-package-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function passes(command: string): boolean {
  return spawnSync("sh", ["-c", command], { cwd: folder, stdio: "ignore" }).status === 0;
}

describe("fetchNpmPackage", () => {
  it.for(realPackages)("fetches $name, whose own suite notices the breakage", (real, { skip }) => {
    const fetched = fetchNpmPackage(real, folder);
    if (fetched.status === "unavailable") skip(fetched.reason);
    expect(passes(real.command)).toBe(true);
    const file = path.join(folder, real.breakage.file);
    const parts = readFileSync(file, "utf8").split(real.breakage.from);
    expect(parts).toHaveLength(2);
    writeFileSync(file, parts.join(real.breakage.to));
    expect(passes(real.command)).toBe(false);
  });

  it("says why a package cannot be had", () => {
    const missing = { name: "object-inspect", version: "0.0.0-none", tools: [] };
    expect(fetchNpmPackage(missing, folder)).toEqual({
      status: "unavailable",
      reason: expect.stringContaining("object-inspect@0.0.0-none cannot be had from the npm registry"),
    });
  });
});
