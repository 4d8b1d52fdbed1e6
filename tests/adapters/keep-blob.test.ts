import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createBlobKeeper } from "../../src/adapters/keep-blob.ts";
import { createRedactor } from "../../src/adapters/redact.ts";
import { openScratchFolder } from "../helpers/scratch-folder.ts";

const secret = "tok_4f9Zq-71kd+XuW";

function open(folder: string) {
  const keep = createBlobKeeper({ folder, redact: createRedactor([secret]) });
  return { keep, read: (digest: string) => readFileSync(join(folder, digest), "utf8") };
}

describe("a kept text", () => {
  it("is a file that is named by what is in it, and is written once", async () => {
    using scratch = openScratchFolder();
    const folder = join(scratch.path, "campaign/blobs");
    const { keep, read } = open(folder);
    const kept = await keep("words of a model: ü\n");
    expect(kept).toEqual({
      digest: createHash("sha256").update("words of a model: ü\n").digest("hex"),
      sizeBytes: 21,
      isCut: false,
    });
    expect(read(kept.digest)).toBe("words of a model: ü\n");
    const before = statSync(join(folder, kept.digest), { bigint: true });
    expect(await keep("words of a model: ü\n")).toEqual(kept);
    expect(statSync(join(folder, kept.digest), { bigint: true }).ino).toBe(before.ino);
    expect(readdirSync(folder)).toEqual([kept.digest]);
  });

  it("is whole though it is kept many times at once", async () => {
    using scratch = openScratchFolder();
    const { keep, read } = open(scratch.path);
    const texts = Array.from({ length: 40 }, (_, at) => `${at % 4} `.repeat(10_000));
    const kept = await Promise.all(texts.map(keep));
    for (const [at, { digest }] of kept.entries()) expect(read(digest)).toBe(texts[at]);
    expect(readdirSync(scratch.path)).toHaveLength(4);
  });

  it("holds no known secret, also not where it is cut", async () => {
    using scratch = openScratchFolder();
    const { keep, read } = open(scratch.path);
    // The secret lies across the place where the first half ends.
    const { digest, isCut } = await keep(`${"a".repeat(256 * 1024 - 9)}${secret}${"b".repeat(600_000)}`);
    expect(isCut).toBe(true);
    expect(read(digest)).not.toContain(secret.slice(0, 6));
    expect(read((await keep(`it is ${secret}`)).digest)).toBe("it is [redacted]");
  });

  it("loses its middle beyond 512 Ki characters, and says how much", async () => {
    using scratch = openScratchFolder();
    const { keep, read } = open(scratch.path);
    const whole = "x".repeat(512 * 1024);
    expect(await keep(whole)).toMatchObject({ isCut: false, sizeBytes: 512 * 1024 });
    const { digest, isCut, sizeBytes } = await keep(`begin ${"x".repeat(10_000_000)} end`);
    const text = read(digest);
    expect(isCut).toBe(true);
    expect(sizeBytes).toBe(Buffer.byteLength(text));
    expect(sizeBytes).toBeLessThan(512 * 1024 + 100);
    expect(text).toMatch(/^begin x+\n… \d+ characters are left out …\nx+ end$/);
    expect(Number(/… (\d+)/.exec(text)?.[1])).toBe(10_000_010 - 512 * 1024);
  });

  it("that cannot be written is told", async () => {
    const { keep } = open(join(import.meta.filename, "blobs"));
    await expect(keep("x")).rejects.toMatchObject({ code: "ENOTDIR" });
  });
});
