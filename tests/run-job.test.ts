import { mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createRunner } from "../src/adapters/actions/create-runner.ts";
import { usageError } from "../src/domain/errors.ts";
import { findBundle } from "../src/find-bundle.ts";
import { readAsked } from "../src/read-asked.ts";
import { renderReproduction } from "../src/render-reproduction.ts";
import { runJob } from "../src/run-job.ts";
import { openScratchFolder } from "./helpers/scratch-folder.ts";

async function run(body: () => Promise<number>, environment: Readonly<Record<string, string>> = {}) {
  const lines: string[] = [];
  const runner = createRunner({ environment: {}, write: (text) => lines.push(text) });
  const outputs = { "stop-reason": "FAILED" };
  const code = await runJob({ runner, environment, secrets: ["sk-of-the-input", ""], outputs }, body);
  return { code, log: lines.join("") };
}

it("masks every secret and sets the outputs before anything is done", async () => {
  let seen = false;
  const { code, log } = await run(
    async () => {
      seen = true;
      return 0;
    },
    { OPENAI_API_KEY: "sk-of-the-step", HOME: "/home/user" },
  );
  expect({ code, seen }).toEqual({ code: 0, seen: true });
  expect(log.split("\n").slice(0, 2)).toEqual(["::add-mask::sk-of-the-input", "::add-mask::sk-of-the-step"]);
  expect(log).toContain("stop-reason<<");
  expect(log).not.toContain("/home/user");
});

it("is never green for what was thrown, and tells it once, without secrets or commands", async () => {
  const { code, log } = await run(async () => {
    throw usageError({ code: "A_CODE", message: "sk-of-the-input\n::set-output::x", hint: "Mend it." });
  });
  expect(code).toBe(1);
  expect(log).toContain("::error title=A_CODE::[redacted]%0A");
  expect(log).toContain("    [redacted]");
  expect(log.match(/sk-of-the-input/g)).toHaveLength(1);
  expect(log).not.toMatch(/^\s*::set-output::/m);
});

it("cuts what a program has said without end, so that the page takes it", async () => {
  const { code, log } = await run(async () => {
    throw usageError({ code: "A_CODE", message: `it said ${"é\n".repeat(2_000_000)}`, hint: "Mend it." });
  });
  expect(code).toBe(1);
  expect(Buffer.byteLength(log)).toBeLessThan(200 * 1024);
  expect(log).toContain("it said é");
  expect(log).toContain("… [cut]");
});

it("looks at the size of a zip before it reads any of it", async () => {
  using scratch = openScratchFolder();
  const zip = join(scratch.path, "bundle.zip");
  writeFileSync(zip, "");
  truncateSync(zip, 5 * 1024 ** 3);
  const memoryBefore = process.memoryUsage().rss;
  await expect(findBundle(zip)).rejects.toMatchObject({
    code: "BUNDLE_UNREADABLE",
    message: expect.stringContaining("5368709120 bytes"),
  });
  await expect(findBundle(scratch.path)).rejects.toMatchObject({ code: "BUNDLE_UNREADABLE" });
  expect(process.memoryUsage().rss - memoryBefore).toBeLessThan(512 * 1024 ** 2);
});

it("finds a bundle in a folder, in a zip, and in the folder that a zip was downloaded to", async () => {
  using scratch = openScratchFolder();
  const [folder, downloaded] = [join(scratch.path, "folder"), join(scratch.path, "downloaded")];
  for (const place of [folder, downloaded]) mkdirSync(place);
  writeFileSync(join(folder, "manifest.json"), "{}");
  writeFileSync(join(downloaded, "nightshift-bundle.zip"), "zip");
  expect(await findBundle(folder)).toEqual({ folder });
  expect(await findBundle(downloaded)).toEqual({ zip: Buffer.from("zip") });
  expect(await findBundle(join(downloaded, "nightshift-bundle.zip"))).toEqual({ zip: Buffer.from("zip") });
  await expect(findBundle(join(scratch.path, "none"))).rejects.toMatchObject({ code: "BUNDLE_UNREADABLE" });
});

it("takes the labelled issue for what is asked for, of one label alone", async () => {
  const labelled = { label: "nightshift", title: "Slow", body: "very" };
  expect(await readAsked(undefined, { labelled })).toEqual({ title: "Slow", body: "very" });
  expect(await readAsked(undefined, { labelled: { ...labelled, label: "bug" } })).toBeNull();
  expect(await readAsked(undefined, { labelled: null })).toBeNull();
});

it("writes the command of a campaign as a shell takes it", () => {
  expect(renderReproduction({})).toBe("nightshift run");
  expect(
    renderReproduction({ goal: "it's $HOME", maxCycles: 2, focus: ["src/**", "lib"], strict: true }),
  ).toBe("nightshift run --goal 'it'\\''s $HOME' --max-cycles 2 --focus 'src/**' lib --strict");
  expect(renderReproduction({ strict: false })).toBe("nightshift run");
});
