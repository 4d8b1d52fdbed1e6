import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load-config.ts";
import { parseConfigText } from "../../src/config/parse-config-text.ts";
import { createConfigProject } from "../helpers/config-project.ts";

const nothing = { flags: [], environment: {} };

describe("loadConfig", () => {
  it("reads .github/nightshift.yml", async () => {
    await using made = await createConfigProject({ ".github/nightshift.yml": "attempts: 2\n" });
    const loaded = await loadConfig({ root: made.dir, ...nothing });
    expect(loaded).toMatchObject({ path: ".github/nightshift.yml", config: { attempts: 2 } });
  });

  it("goes on with defaults where there is no file", async () => {
    await using made = await createConfigProject({ "README.md": "" });
    expect(await loadConfig({ root: made.dir, ...nothing })).toMatchObject({
      path: null,
      config: { attempts: 3 },
    });
  });

  it("reads the named file instead", async () => {
    await using made = await createConfigProject({
      ".github/nightshift.yml": "attempts: 2\n",
      "other.yml": "attempts: 5\n",
    });
    const file = path.join(made.dir, "other.yml");
    expect(await loadConfig({ root: made.dir, file, ...nothing })).toMatchObject({
      path: file,
      config: { attempts: 5 },
    });
  });

  it("refuses a named file that is not there, naming it", async () => {
    await using made = await createConfigProject({});
    const file = path.join(made.dir, "gone.yml");
    await expect(loadConfig({ root: made.dir, file, ...nothing })).rejects.toMatchObject({
      code: "CONFIG_MISSING",
      kind: "usage",
      message: expect.stringContaining(file),
    });
  });

  it("refuses a folder in the file's place", async () => {
    await using made = await createConfigProject({});
    await mkdir(path.join(made.dir, ".github/nightshift.yml"), { recursive: true });
    await expect(loadConfig({ root: made.dir, ...nothing })).rejects.toMatchObject({
      code: "CONFIG_MISSING",
    });
  });

  it("refuses .github/nightshift.yaml, which would be ignored without a word", async () => {
    await using made = await createConfigProject({ ".github/nightshift.yaml": "attempts: 2\n" });
    await expect(loadConfig({ root: made.dir, ...nothing })).rejects.toMatchObject({
      code: "CONFIG_MISNAMED",
      hint: "Rename it to .github/nightshift.yml.",
    });
  });

  it("refuses bytes that are no UTF-8", async () => {
    await using made = await createConfigProject({ ".github/nightshift.yml": "" });
    const file = path.join(made.dir, ".github/nightshift.yml");
    await writeFile(file, Buffer.from([0x67, 0x3a, 0xff, 0x0a]));
    await expect(loadConfig({ root: made.dir, ...nothing })).rejects.toMatchObject({
      code: "CONFIG_MISSING",
    });
  });

  it("says the file's path with each problem", async () => {
    await using made = await createConfigProject({ ".github/nightshift.yml": "attempt: 2\n" });
    await expect(loadConfig({ root: made.dir, ...nothing })).rejects.toMatchObject({
      message: '.github/nightshift.yml:1:1: attempt: unknown key; did you mean "attempts"?',
    });
  });
});

describe("parseConfigText", () => {
  it("is deaf to the environment", () => {
    const loaded = parseConfigText("attempts: 2\n", "sacred:.github/nightshift.yml");
    expect(loaded).toMatchObject({
      config: { attempts: 2 },
      path: "sacred:.github/nightshift.yml",
      notices: [],
    });
  });

  it("tells where a value stands", () => {
    const { locate } = parseConfigText("gates:\n  - {name: a, kind: command, command: x}\n", "n.yml");
    expect(locate(["gates", 0, "kind"], "value")).toEqual({
      kind: "file",
      path: "n.yml",
      line: 2,
      column: 21,
    });
    expect(locate(["gates", 0, "only"], "value")).toEqual({
      kind: "file",
      path: "n.yml",
      line: 2,
      column: 5,
    });
  });
});
