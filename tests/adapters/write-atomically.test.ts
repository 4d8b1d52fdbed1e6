import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeAtomically } from "../../src/adapters/write-atomically.ts";
import { openScratchFolder } from "../helpers/scratch-folder.ts";

describe("writeAtomically", () => {
  it("writes a file and the folders above it, and leaves nothing else", async () => {
    using folder = openScratchFolder();
    const path = join(folder.path, "reports", "one.md");
    await writeAtomically(path, "first");
    await writeAtomically(path, "second", { isFlushed: false });
    expect(readFileSync(path, "utf8")).toBe("second");
    expect(readdirSync(join(folder.path, "reports"))).toEqual(["one.md"]);
  });

  it("never shows a part of the new content to a reader", async () => {
    using folder = openScratchFolder();
    const path = join(folder.path, "status.json");
    const contents = ["a", "b"].map((letter) => letter.repeat(300_000));
    await writeAtomically(path, contents[0] ?? "");
    let isWriting = true;
    const writing = (async () => {
      for (let times = 0; times < 30; times += 1) await writeAtomically(path, contents[times % 2] ?? "");
      isWriting = false;
    })();
    while (isWriting) {
      expect(contents.includes(readFileSync(path, "utf8"))).toBe(true);
      await new Promise(setImmediate);
    }
    await writing;
  });

  it("keeps the old file and leaves no temporary one when it fails", async () => {
    using folder = openScratchFolder();
    const path = join(folder.path, "taken");
    mkdirSync(path);
    writeFileSync(join(path, "old"), "old");
    await expect(writeAtomically(path, "new")).rejects.toThrow();
    expect(readdirSync(folder.path)).toEqual(["taken"]);
    expect(readFileSync(join(path, "old"), "utf8")).toBe("old");
  });
});
