import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { RunResult } from "../../src/report/render-run-result.ts";
import { isBubblewrapHere } from "../helpers/bubblewrap-here.ts";
import { type GitRepository, openGitRepository } from "../helpers/git-repository.ts";
import { writeConfig, writeLimitBug } from "../helpers/limit-project.ts";
import { runCli } from "../helpers/run-cli.ts";
import { openScratchFolder } from "../helpers/scratch-folder.ts";

const hasBubblewrap = await isBubblewrapHere();

type Night = RunResult & { readonly log: string };

async function runNight(repository: GitRepository, ...args: readonly string[]): Promise<Night> {
  const end = await runCli(["run", "--repo", repository.dir, "--json", ...args]);
  expect({ code: end.code, stderr: end.code === 0 ? "" : end.stderr }).toEqual({ code: 0, stderr: "" });
  return readNight(end);
}

function readNight(end: { readonly stdout: string; readonly stderr: string }): Night {
  return { ...(JSON.parse(end.stdout) as RunResult), log: end.stderr };
}

const readReport = async (repository: GitRepository): Promise<string> =>
  (await runCli(["report", "--repo", repository.dir])).stdout;

const testFile = (...lines: readonly string[]): string =>
  [`import assert from "node:assert";`, `import { test } from "node:test";`, ...lines, ""].join("\n");

/** A server on this machine, which a sandbox without network cannot reach. */
async function openServer(): Promise<AsyncDisposable & { readonly port: number; visits(): number }> {
  let visits = 0;
  const server = createServer((_, answer) => {
    visits += 1;
    answer.end("here");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    port,
    visits: () => visits,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

it.skipIf(!hasBubblewrap)(
  "sets aside what only the sandbox's walls break, says which setting helps, and fixes the rest",
  async () => {
    using repository = openGitRepository();
    using outside = openScratchFolder();
    await using server = await openServer();
    writeLimitBug(repository);
    repository.write(
      "test/far.test.js",
      testFile(`test("reaches a server", () => fetch("http://127.0.0.1:${server.port}"));`),
    );
    repository.write(
      "test/odd.test.js",
      testFile(
        `import { writeFileSync } from "node:fs";`,
        `import http from "node:http";`,
        `test("writes beside the repository", () => writeFileSync(${JSON.stringify(join(outside.path, "x"))}, ""));`,
        `test("reaches itself", async () => {`,
        `  const server = http.createServer((_, answer) => answer.end("here")).listen(0, "127.0.0.1");`,
        `  await new Promise((done) => server.once("listening", done));`,
        `  const answer = await fetch("http://127.0.0.1:" + server.address().port);`,
        `  assert.equal(await answer.text(), "here");`,
        `  server.close();`,
        `});`,
      ),
    );
    repository.commit();
    const night = await runNight(repository);
    expect(night.cycles.map(({ item, outcome }) => [item.title, outcome])).toEqual([
      ["test/limit.test.js: the limit itself is within", "promoted"],
    ]);
    expect(night.log).toMatch(/Set aside in tests: 2 environment failures\. .*network: host/);
    expect(server.visits()).toBe(1);
    const report = await readReport(repository);
    expect(report).toContain("writes beside the repository");
    expect(report).toContain("reaches a server");
    expect(report).toMatch(/2 environment in gate `tests`: `.*sandbox\.share/);
    expect(report).not.toMatch(/reaches itself/);
  },
);

it("sets aside tests that differ between two runs of the same tree", async () => {
  using repository = openGitRepository();
  using counter = openScratchFolder();
  const count = join(counter.path, "count");
  writeFileSync(count, "");
  writeLimitBug(repository);
  repository.write(
    "test/flaky.test.js",
    testFile(
      `import { appendFileSync, statSync } from "node:fs";`,
      `test("passes every other time", () => {`,
      `  appendFileSync(${JSON.stringify(count)}, "x");`,
      `  assert.equal(statSync(${JSON.stringify(count)}).size % 2, 0);`,
      `});`,
    ),
  );
  repository.commit();
  const night = await runNight(repository, "--isolation", "none", "--seed", "1");
  expect(night.promoted).toBe(1);
  expect(night.cycles.map(({ item }) => item.title)).toEqual([
    "test/limit.test.js: the limit itself is within",
  ]);
  expect(night.log).toMatch(/Set aside in tests: 1 flaky failures/);
  expect(night.log).toMatch(/isolation none/);
  expect(await readReport(repository)).toMatch(/passes every other time/);
});

it("fails before it looks for anything when a required gate cannot fail, and says which", async () => {
  using repository = openGitRepository();
  writeLimitBug(repository);
  const gates = (isRequired: boolean): string =>
    [
      "brain: { seed: 1, maxCandidates: 2 }",
      "gates:",
      "  - { name: tests, kind: tests, command: node --test }",
      `  - { name: always, kind: command, command: "true", required: ${isRequired} }`,
      "",
    ].join("\n");
  writeConfig(repository, gates(true));
  repository.commit();
  const end = await runCli(["run", "--repo", repository.dir, "--json"]);
  const blocked = readNight(end);
  expect(end.code).toBe(1);
  expect(blocked).toMatchObject({ stopReason: "FAILED", promoted: 0, cycles: [] });
  expect(blocked.log).toMatch(/required gate always has not shown that it can fail.*src\/limit.js/s);
  expect(blocked.log).toContain("required: false");
  expect(await readReport(repository)).toMatch(/`always`.*unproven/);

  writeConfig(repository, gates(false));
  repository.commit();
  expect(await runNight(repository)).toMatchObject({ promoted: 1 });
});

it("fails when a required gate gives no evidence, whatever else is green", async () => {
  using repository = openGitRepository();
  repository.write("a.txt", "a\n");
  writeConfig(
    repository,
    "gates:\n  - { name: slow, kind: command, command: sleep 30, timeoutMinutes: 0.01 }\n",
  );
  repository.commit();
  const end = await runCli(["run", "--repo", repository.dir, "--json"]);
  expect(end.code).toBe(1);
  expect(readNight(end)).toMatchObject({ stopReason: "FAILED", promoted: 0 });
  expect(end.stderr).toMatch(/required gate slow gives no evidence on the base: .*timed out/i);
});

it("strict demands every gate at zero, which says nothing against the approach", async () => {
  using repository = openGitRepository();
  writeLimitBug(repository);
  repository.write(
    "test/other.test.js",
    testFile(`test("is broken for good", () => assert.fail("no code"));`),
  );
  writeConfig(repository, "brain: { seed: 1, maxCandidates: 2 }\n");
  repository.commit();
  const strict = await runNight(repository, "--strict", "--max-cycles", "1");
  expect(strict).toMatchObject({ promoted: 0, rejected: 1 });
  expect(strict.cycles[0]?.reason).toMatch(/^tests: strict: 1 failing/);
  const lenient = await runNight(repository, "--max-cycles", "1");
  expect(lenient).toMatchObject({ promoted: 1, rejected: 0 });
});

it("refuses an approach that failed before without running a gate, until the code that it touches changes", async () => {
  using repository = openGitRepository();
  writeLimitBug(repository);
  const line = "export const isWithin = (value, limit) => value < limit;";
  // The quick run of the failing test sees a fix; this gate lets none through.
  repository.write("guard.sh", `node --check src/limit.js && grep -qxF '${line}' src/limit.js\n`);
  writeConfig(
    repository,
    [
      "attempts: 1",
      "brain: { seed: 1, maxCandidates: 1 }",
      "gates:",
      "  - { name: tests, kind: tests, command: node --test }",
      "  - { name: guard, kind: command, command: sh guard.sh }",
      "",
    ].join("\n"),
  );
  repository.commit();
  const judged = /attempt 1: reject: guard/;
  const first = await runNight(repository);
  expect(first).toMatchObject({ promoted: 0, rejected: 1 });
  expect(first.log).toMatch(judged);

  const second = await runNight(repository);
  expect(second.cycles.map(({ outcome, attempts }) => ({ outcome, attempts }))).toEqual([
    { outcome: "no-candidate", attempts: 0 },
  ]);
  expect(second.log).not.toMatch(judged);

  repository.write("src/limit.js", `// Limits of the night.\n${line}\n`);
  repository.commit();
  const third = await runNight(repository);
  expect(third).toMatchObject({ promoted: 0, rejected: 1 });
  expect(third.log).toMatch(judged);
});
