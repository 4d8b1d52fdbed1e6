import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { projectFixtures } from "./registry.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "nightshift-project-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("project fixtures", () => {
  it.for(projectFixtures)(
    "$name is red, and green with the known fix",
    ({ write, command, fix }, { skip }) => {
      const written = write(folder);
      if (written.status === "unavailable") skip(written.reason);
      const passes = () => spawnSync("sh", ["-c", command], { cwd: folder, stdio: "ignore" }).status === 0;
      expect(passes()).toBe(false);
      const file = path.join(folder, fix.file);
      const parts = readFileSync(file, "utf8").split(fix.from);
      expect(parts).toHaveLength(2);
      writeFileSync(file, parts.join(fix.to));
      expect(passes()).toBe(true);
    },
  );
});
