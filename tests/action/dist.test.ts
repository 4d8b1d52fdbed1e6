import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readBundle } from "../../src/publish/bundle/read-bundle.ts";
import { isBubblewrapHere } from "../helpers/bubblewrap-here.ts";
import { repositoryRoot } from "../helpers/config-project.ts";
import { openGitRepository } from "../helpers/git-repository.ts";
import { writeConfig, writeLimitBug } from "../helpers/limit-project.ts";
import { openLoopbackGitHub } from "../helpers/loopback-github.ts";
import { type ActionEnd, openActionRunner } from "../helpers/run-action.ts";
import { openScratchFolder } from "../helpers/scratch-folder.ts";

const hasBubblewrap = await isBubblewrapHere();
const key = "sk-quite-secret-key-0123456789";

function openProject(config = "brain: { seed: 1, maxCandidates: 4 }\n") {
  const repository = openGitRepository();
  writeLimitBug(repository);
  writeConfig(repository, config);
  return { repository, sha: repository.commit("a day's work") };
}

it("holds nothing of the machine that built it, and no file beyond what it needs", () => {
  const dist = join(repositoryRoot, "dist");
  const files = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((file) =>
    statSync(join(dist, file)).isFile(),
  );
  const code = files.filter((file) => file.endsWith(".js"));
  expect(code.length).toBeGreaterThan(3);
  for (const file of code) {
    const text = readFileSync(join(dist, file), "utf8");
    expect({ file, at: text.indexOf(repositoryRoot) }).toEqual({ file, at: -1 });
    expect({ file, at: text.indexOf("file:///") }).toEqual({ file, at: text.indexOf("file:///${") });
  }
  expect(files.filter((file) => /__pycache__|\.map$|node_modules/.test(file))).toEqual([]);
});

describe.skipIf(!hasBubblewrap)("the built actions, in a folder of their own,", () => {
  const away = openScratchFolder();
  const dist = join(away.path, "dist");
  const { repository, sha } = openProject();
  const runner = openActionRunner({ workspace: repository.dir, sha });
  const bundle = join(runner.temporary, "bundle");
  let night: ActionEnd;

  beforeAll(async () => {
    cpSync(join(repositoryRoot, "dist"), dist, { recursive: true });
    const inputs = { "max-cycles": "2", "api-key": key, bundle };
    night = await runner.run("campaign", inputs, {
      dist,
      environment: { DEPLOY_TOKEN: "tok-of-the-step-77" },
    });
  });
  afterAll(() => {
    for (const thing of [runner, repository, away]) thing[Symbol.dispose]();
  });

  it("run a campaign to a bundle, with outputs and a summary", async () => {
    expect(night).toMatchObject({
      code: 0,
      outputs: {
        campaign: expect.stringMatching(/^\d{4}-/),
        ...{ "stop-reason": "NO_WORK_FOUND", promoted: "1", rejected: "0", "cost-usd": "0", tokens: "0" },
        ...{ bundle, base: sha },
      },
    });
    expect(night.summary).toMatch(/^## Nightshift: 1 promoted$/m);
    expect(night.summary).toContain("`nightshift run --max-cycles 2`");
    const read = await readBundle({ folder: bundle });
    expect(read).toMatchObject({ status: "read", bundle: { id: night.outputs["bundle-id"] } });
    expect(read.status === "read" && read.bundle.manifest).toMatchObject({
      ...{ repository: "octo/project", sacred: "main", base: sha, isolation: "bubblewrap" },
    });
  });

  it("mask keys and secrets of the step before all else, and print them nowhere", () => {
    const [first, second] = night.log.split("\n");
    expect([first, second].sort()).toEqual([`::add-mask::${key}`, "::add-mask::tok-of-the-step-77"]);
    const rest = night.log.split("\n").slice(2).join("\n") + night.summary + JSON.stringify(night.outputs);
    expect(rest).not.toMatch(/sk-quite-secret|tok-of-the-step/);
  });

  it("fold the log of each cycle, and close every group", () => {
    expect(night.log.match(/^::group::Cycle 1: /gm)).toHaveLength(1);
    expect(night.log.match(/^::endgroup::$/gm)).toHaveLength(1);
  });

  it("verify that bundle in a fresh clone, and no other", async () => {
    using clone = openGitRepository();
    clone.run("fetch", "-q", "--depth=1", repository.dir, "main");
    clone.run("checkout", "-q", "-B", "main", "FETCH_HEAD");
    using fresh = openActionRunner({ workspace: clone.dir, sha });
    const output = join(fresh.temporary, "nightshift/verdict/verdict.json");
    const verified = await fresh.run(
      "verify",
      { bundle, "bundle-id": night.outputs["bundle-id"] ?? "", output },
      // A runner gives it to every action that is JavaScript.
      { dist, environment: { ACTIONS_RUNTIME_TOKEN: "token-of-the-runner" } },
    );
    expect(verified).toMatchObject({
      code: 0,
      outputs: { bundle: night.outputs["bundle-id"], "verdict-file": output, verified: "1", dropped: "0" },
    });
    expect(verified.summary).toMatch(/^## Nightshift: 1 of 1 promotions verified$/m);
    expect(existsSync(output)).toBe(true);

    const other = await fresh.run(
      "verify",
      { bundle, "bundle-id": verified.outputs.verdict ?? "", output },
      { dist },
    );
    expect(other).toMatchObject({ code: 1, outputs: { verdict: "" } });
    expect(other.log).toMatch(/::error title=The bundle is refused%3A other-bundle::/);

    const leaking = await fresh.run(
      "verify",
      { bundle, output },
      { dist, environment: { GITHUB_TOKEN: "ghs_1234567890" } },
    );
    expect(leaking).toMatchObject({ code: 1, outputs: { verdict: "" } });
    expect(leaking.log).toMatch(/::error title=SECRETS_IN_REACH::.*GITHUB_TOKEN/);
  });

  it("publish nothing whose verdict is of another origin", async () => {
    const inputs = {
      bundle,
      verdict: bundle,
      "verdict-cid": "bafk",
      "github-token": "ghs_1234567890",
      patches: "p",
    };
    const end = await runner.run("publish", inputs, { dist });
    expect(end).toMatchObject({ code: 1, outputs: { "pull-requests": "[]", status: "failed" } });
    expect(end.log).toMatch(/::error title=VERDICT_UNREADABLE::/);
  });
});

it("publish asks GitHub's API with its token alone, and tells one that is refused", async () => {
  await using github = await openLoopbackGitHub(() => ({
    status: 401,
    body: { message: "Bad credentials" },
  }));
  using folder = openScratchFolder();
  using runner = openActionRunner({ workspace: folder.path, sha: "a".repeat(40), apiUrl: github.url });
  for (const name of ["manifest.json", "verdict.json"]) writeFileSync(join(folder.path, name), "{}");
  const places = { bundle: folder.path, verdict: folder.path, patches: join(runner.temporary, "patches") };
  const inputs = { ...places, "verdict-cid": "bafk", "github-token": "ghs_of-the-job" };
  const end = await runner.run("publish", inputs);
  expect(end).toMatchObject({ code: 1, outputs: { "pull-requests": "[]", status: "failed" } });
  expect(end.log).toMatch(/^::add-mask::ghs_of-the-job\n::error title=GITHUB_UNAUTHORIZED::/);
  expect(
    github.seen.map(({ method, path, headers }) => [method, path.split("?")[0], headers.authorization]),
  ).toEqual([["GET", "/repos/octo/project/contents/.github%2Fnightshift.yml", "token ghs_of-the-job"]]);
});

it.each([
  ["campaign", "."],
  ["verify", "verify"],
  ["publish", "publish"],
] as const)(
  "%s sets every output of its file, and no other, where it fails at once",
  async (name, folder) => {
    using place = openScratchFolder();
    using runner = openActionRunner({ workspace: place.path, sha: "a".repeat(40) });
    const { outputs } = parse(readFileSync(join(repositoryRoot, folder, "action.yml"), "utf8"));
    const end = await runner.run(name, {});
    expect(end.code).toBe(1);
    expect(end.log).toContain("::error title=INPUT_INVALID::");
    expect(Object.keys(end.outputs).toSorted()).toEqual(Object.keys(outputs).toSorted());
  },
);

describe("a campaign that cannot go on is never green:", () => {
  it.each([
    ["wrong inputs", { "max-cycles": "none" }, {}, /INPUT_INVALID.*max-cycles/],
    [
      "another branch than the default one",
      {},
      { GITHUB_REF_NAME: "topic" },
      /NOT_DEFAULT_BRANCH.*topic.*main/,
    ],
    ["no runner", {}, { GITHUB_SHA: "" }, /NOT_IN_ACTIONS.*GITHUB_SHA/],
  ])("%s", async (_what, inputs, environment, message) => {
    const { repository, sha } = openProject();
    using project = repository;
    using runner = openActionRunner({ workspace: project.dir, sha });
    const end = await runner.run("campaign", { bundle: "b", ...inputs }, { environment });
    expect(end).toMatchObject({ code: 1, outputs: { "stop-reason": "FAILED", promoted: "0", bundle: "" } });
    expect(end.log).toMatch(message);
    expect(end.summary).toMatch(/^## Nightshift could not go on$/m);
  });
});

it.skipIf(!hasBubblewrap)(
  "a campaign that fails on its way is red, says why at the run, and leaves its bundle",
  async () => {
    const { repository, sha } = openProject(
      "gates:\n  - { name: slow, kind: command, command: sleep 30, timeoutMinutes: 0.01 }\n",
    );
    using project = repository;
    using runner = openActionRunner({ workspace: project.dir, sha });
    const bundle = join(runner.temporary, "bundle");
    const end = await runner.run("campaign", { bundle });
    expect(end).toMatchObject({
      code: 1,
      outputs: { "stop-reason": "FAILED", promoted: "0", bundle, "bundle-id": expect.stringMatching(/^b/) },
    });
    expect(end.log).toMatch(/^::error title=The campaign failed::.*slow gives no evidence/m);
    expect(end.summary).toMatch(/^## Nightshift: the campaign failed$/m);
    expect(await readBundle({ folder: bundle })).toMatchObject({
      bundle: { manifest: { stopReason: "FAILED", promotions: [] } },
    });
  },
);

it.skipIf(!hasBubblewrap)(
  "leaves journal and partial bundle when the run is cancelled, before it is killed",
  async () => {
    const { repository } = openProject();
    repository.write(
      "test/slow.test.js",
      `import { test } from "node:test";\ntest("slow", () => new Promise((done) => setTimeout(done, 60_000)));\n`,
    );
    const sha = repository.commit("slow");
    using project = repository;
    using runner = openActionRunner({ workspace: project.dir, sha });
    const bundle = join(runner.temporary, "bundle");
    const timers: NodeJS.Timeout[] = [];
    const end = await runner.run(
      "campaign",
      { bundle },
      {
        onStart: (child) =>
          child.stdout?.on("data", (data) => {
            if (timers.length > 0 || !String(data).includes("Master at")) return;
            child.kill("SIGINT");
            // As a runner goes on with what does not end by itself.
            timers.push(setTimeout(() => child.kill("SIGTERM"), 7_500));
            timers.push(setTimeout(() => child.kill("SIGKILL"), 10_000));
          }),
      },
    );
    for (const timer of timers) clearTimeout(timer);
    expect(timers).toHaveLength(2);
    // 130: it was still ending at the second signal, with all of it saved.
    expect([0, 130]).toContain(end.code);
    expect(end.outputs).toMatchObject({ "stop-reason": "STOPPED", promoted: "0", bundle });
    expect(end.log).toContain("Stopping: the run was cancelled.");
    expect(await readBundle({ folder: bundle })).toMatchObject({
      status: "read",
      bundle: { manifest: { stopReason: "STOPPED", promotions: [] } },
    });
  },
);
