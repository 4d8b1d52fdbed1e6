import {
  chmodSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createPickUpTest } from "../../src/campaign/untouched/is-picked-up.ts";
import { openTreeGuard } from "../../src/campaign/untouched/open-tree-guard.ts";
import { openScratchFolder } from "../helpers/scratch-folder.ts";

const files = ["package.json", "src/a.ts", "src/deep/b.py", "test/a.test.ts", "test/data/x.json"];

/** What a guard sees of an act in a tree with these files. */
async function touch(
  act: (dir: string) => void,
  {
    before,
    own = [],
    isBuilt = true,
  }: {
    readonly before?: (dir: string) => void;
    readonly own?: readonly string[];
    readonly isBuilt?: boolean;
  } = {},
): Promise<readonly string[]> {
  await using folder = await openScratchFolder();
  const dir = folder.path;
  for (const file of files) {
    mkdirSync(join(dir, file, ".."), { recursive: true });
    writeFileSync(join(dir, file), "x");
  }
  using guard = await openTreeGuard({ dir, files });
  before?.(dir);
  await guard.accept(new Set(own), { isBuilt });
  act(dir);
  return await guard.findTouched();
}

describe("openTreeGuard", () => {
  it.each<[string, (dir: string) => void, string]>([
    ["is written", (dir) => writeFileSync(join(dir, "test/a.test.ts"), "y"), "test/a.test.ts"],
    ["is written as it was", (dir) => writeFileSync(join(dir, "src/a.ts"), "x"), "src/a.ts"],
    ["has its time set back", (dir) => utimesSync(join(dir, "src/a.ts"), 1, 1), "src/a.ts"],
    ["gets another mode", (dir) => chmodSync(join(dir, "package.json"), 0o600), "package.json"],
    ["gets a second name", (dir) => linkSync(join(dir, "package.json"), join(dir, "other")), "package.json"],
    ["is gone", (dir) => rmSync(join(dir, "test/data/x.json")), "test/data/x.json"],
  ])("sees a file that %s", async (_, act, path) => {
    expect(await touch(act)).toContain(path);
  });

  it.skipIf(process.platform !== "linux")("sees folders that are swapped and put back", async () => {
    const swap = (dir: string) => {
      renameSync(join(dir, "test"), join(dir, "was"));
      mkdirSync(join(dir, "test"));
      rmSync(join(dir, "test"), { recursive: true });
      renameSync(join(dir, "was"), join(dir, "test"));
    };
    expect(await touch(swap)).toContain("test");
  });

  it.skipIf(process.platform !== "linux")(
    "takes nothing over that came before it, where another guard watches the same folders",
    async () => {
      await using folder = await openScratchFolder();
      const dir = folder.path;
      for (const file of files) {
        mkdirSync(join(dir, file, ".."), { recursive: true });
        writeFileSync(join(dir, file), "x");
      }
      using earlier = await openTreeGuard({ dir, files });
      writeFileSync(join(dir, "src/a.ts"), "written by the supervisor");
      using later = await openTreeGuard({ dir, files });
      expect(await later.findTouched()).toEqual([]);
      expect(await earlier.findTouched()).toEqual(["src/a.ts"]);
    },
  );

  it.skipIf(process.platform !== "linux")(
    "sees what is made and taken away again, and too much of it",
    async () => {
      const make = (name: string) => (dir: string) => {
        writeFileSync(join(dir, name), "");
        rmSync(join(dir, name));
      };
      expect(await touch(make("test/conftest.py"))).toEqual(["test/conftest.py"]);
      const flood = (dir: string) => {
        for (let count = 0; count < 5_000; count += 1) make("x.txt")(dir);
      };
      expect((await touch(flood)).join()).toContain("more changes");
    },
  );

  it("sees what would be picked up, links among it", async () => {
    expect(await touch((dir) => symlinkSync("/tmp", join(dir, "src/node_modules")))).toEqual([
      "src/node_modules",
    ]);
  });

  it("says nothing of other files", async () => {
    const write = (dir: string) => {
      mkdirSync(join(dir, "out"));
      writeFileSync(join(dir, "out/package.json"), "{}");
      writeFileSync(join(dir, "test/report.txt"), "x");
    };
    expect(await touch(write)).toEqual([]);
  });

  it.each([true, false])(
    "lets the supervisor write, and guards what it has written from then on (built: %s)",
    async (isBuilt) => {
      const own = ["test/a.test.ts", "test/canary.test.ts"];
      const before = (dir: string) => {
        for (const path of own) writeFileSync(join(dir, path), "y");
      };
      const write = (dir: string) => writeFileSync(join(dir, "test/canary.test.ts"), "z");
      expect(await touch(() => {}, { before, own, isBuilt })).toEqual([]);
      expect(await touch(write, { before, own, isBuilt })).toEqual(["test/canary.test.ts"]);
      expect(await touch(() => {}, { before, isBuilt })).toEqual(["test/a.test.ts", "test/canary.test.ts"]);
      const takeOut = (dir: string) => rmSync(join(dir, "test/canary.test.ts"));
      expect(await touch(takeOut, { before, own, isBuilt })).toEqual(["test/canary.test.ts"]);
    },
  );

  it("guards what was built", async () => {
    const before = (dir: string) => {
      mkdirSync(join(dir, "dist/deep"), { recursive: true });
      writeFileSync(join(dir, "dist/deep/a.js"), "x");
    };
    expect(await touch((dir) => writeFileSync(join(dir, "dist/deep/a.js"), "y"), { before })).toEqual([
      "dist/deep/a.js",
    ]);
    expect(await touch((dir) => writeFileSync(join(dir, "dist/deep/b.js"), "y"), { before })).toEqual([]);
  });
});

describe("createPickUpTest", () => {
  const isPickedUp = createPickUpTest(files);
  it.each([
    ...[
      "conftest.py",
      "tests/sitecustomize.py",
      "a.pth",
      "pytest.ini",
      "src/node_modules",
      "vitest.config.mts",
    ],
    ...[
      ".env",
      ".env.test",
      ".mocharc.cjs",
      "src/x.test.js",
      "test_x.py",
      "x_test.go",
      "tests/unittest",
      "pytest.py",
    ],
    ...[
      "src/a.js",
      "src/a",
      "src/a.mts",
      "src/deep/b",
      "src/deep/b.so",
      "tsconfig.json",
      "tests/__pycache__",
    ],
  ])("takes %s for something that is picked up", (path) => expect(isPickedUp(path)).toBe(true));
  it.each([
    "out",
    "src/a.txt",
    "src/c.ts",
    "report.xml",
    ".cache",
    "coverage",
    "src/deep/b.json",
    "log.config",
  ])("takes %s for something that is not", (path) => expect(isPickedUp(path)).toBe(false));
});
