import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { isBubblewrapHere } from "../helpers/bubblewrap-here.ts";
import { openGitRepository } from "../helpers/git-repository.ts";
import { writeConfig, writeLimitBug } from "../helpers/limit-project.ts";
import { runCli } from "../helpers/run-cli.ts";

const hasBubblewrap = await isBubblewrapHere();
const secret = "tok_4f9Zq-71kd+XuW";
const forms = [
  secret,
  [...secret].toReversed().join(""),
  Buffer.from(secret).toString("base64").replace(/=+$/, "").slice(0, -1),
  Buffer.from(secret).toString("hex"),
  encodeURIComponent(secret),
];

it.skipIf(!hasBubblewrap)(
  "a secret that the project's own tests print stands in nothing that a night keeps or shows",
  async () => {
    using repository = openGitRepository();
    writeLimitBug(repository);
    writeConfig(repository, "stop:\n  maxCycles: 2\n");
    // The value stands nowhere in the tree: the test puts it together.
    repository.write(
      "test/loud.test.js",
      `import assert from "node:assert";
import { test } from "node:test";
const value = ["tok_4f9Zq", "71kd+XuW"].join("-");
const forms = [value, [...value].reverse().join(""), btoa(value), Buffer.from(value).toString("hex"), encodeURIComponent(value)];
for (const form of forms) {
  console.log("printed", form);
  console.error("printed", form);
  test("says " + form, () => assert.equal(form, "nothing to see"));
}
`,
    );
    repository.commit();
    const env = { DEPLOY_TOKEN: secret };
    const ends = [];
    for (const args of [
      ["run", "--log-format", "json"],
      ["report"],
      ["status", "--json"],
      ["history"],
      ["memory"],
    ]) {
      ends.push(await runCli([...args, "--repo", repository.dir], { env }));
    }
    const shown = ends.map(({ stdout, stderr }) => stdout + stderr).join("\n");
    const kept = readAll(join(repository.dir, ".git", "nightshift"));
    const refs = repository.run("log", "--all", "--not", "main", "-p", "--format=%B", "--text");
    expect(shown).toContain("[redacted]");
    expect(kept).toContain("[redacted]");
    expect(kept).toContain("promoted");
    for (const form of forms) {
      for (const text of [shown, kept, refs]) expect(text).not.toContain(form);
    }
  },
);

function readAll(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"))
    .join("\n");
}
