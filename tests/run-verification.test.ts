import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { readJournal } from "../src/adapters/read-journal.ts";
import { buildBundle } from "../src/campaign/bundle/build-bundle.ts";
import { verdictSchema } from "../src/domain/bundle-verdict.ts";
import type { CampaignEvent } from "../src/domain/events.ts";
import type { Issue } from "../src/domain/issue.ts";
import { computeCid } from "../src/publish/bundle/compute-cid.ts";
import { writeBundle } from "../src/publish/bundle/write-bundle.ts";
import { type RunVerificationInput, runVerification } from "../src/run-verification.ts";
import { isBubblewrapHere } from "./helpers/bubblewrap-here.ts";
import { entriesOf, prepared, started } from "./helpers/campaign-script.ts";
import type { GitRepository } from "./helpers/git-repository.ts";
import { runIssueCampaign, type Script, scriptFixes, scriptModel } from "./helpers/issue-campaign.ts";
import { runCli } from "./helpers/run-cli.ts";
import { openSumProject, sum } from "./helpers/sum-project.ts";

const canIsolate = await isBubblewrapHere();
const model = "brain: { kind: auto, llm: { provider: ollama, model: scripted } }";
const noToken = `say "no token" "$(env | grep -c _TOKEN)" 0\n`;
const { PATH, HOME } = process.env;

const folders: string[] = [];
const repositories: GitRepository[] = [];
afterEach(async () => {
  for (const repository of repositories.splice(0)) repository[Symbol.dispose]();
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

const openFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), "nightshift-verify-"));
  folders.push(folder);
  return folder;
};
const openProject = (project: Parameters<typeof openSumProject>[0] = {}) => {
  const repository = openSumProject({ ...project, settings: `${model}\n${project.settings ?? ""}` });
  repositories.push(repository);
  return repository;
};
/** As a machine gets it that has seen nothing of the campaign. */
const cloneFreshly = (repository: GitRepository) => {
  const clone = join(openFolder(), "clone");
  repository.run("clone", "-q", "--depth=1", "--branch=main", `file://${repository.dir}`, clone);
  return clone;
};

/** A campaign whose model and brain follow a script, and its bundle in a folder. */
async function runAndBundle(repository: GitRepository, script: Script, issue: Issue | null) {
  const brain = scriptFixes({ "src/sum.sh": sum.right });
  const { campaign, promoted } = await runIssueCampaign(
    repository,
    { model: scriptModel(script), brain },
    { issue },
  );
  expect(promoted).toBe(1);
  const journal = join(repository.dir, ".git/nightshift/campaigns", campaign, "journal.jsonl");
  const { entries } = await readJournal(journal);
  const git = await repository.open();
  const built = await buildBundle(
    { entries, repository: "octo/sum", nightshift: "0.1.0" },
    { git, redact: (text) => text },
  );
  if (built.status !== "built") throw new Error(built.reason);
  const folder = join(openFolder(), "bundle");
  await writeBundle(folder, built.bundle.files);
  return { folder, ...built.bundle };
}

const inputFor = (repo: string, folder: string): RunVerificationInput => ({
  ...{ repo, source: { folder }, base: null, root: null, repository: "octo/sum", sacred: "main" },
  ...{ maxMinutes: null, environment: { PATH, HOME }, nightshift: "0.1.0" },
  ...{ signal: new AbortController().signal, onEvent: () => {}, onProgress: () => {} },
});

describe.skipIf(!canIsolate)("the bundle of a campaign", () => {
  it("is verified on a fresh and shallow clone, and no token of the runner reaches its tests", async () => {
    const extra = `${noToken}. src/sum.sh\nsay "adds" "$(sum 2 3)" 5\n`;
    const repository = openProject({ extra });
    const { folder, id, manifest } = await runAndBundle(repository, {}, null);
    const events: CampaignEvent[] = [];
    const verification = await runVerification({
      ...inputFor(cloneFreshly(repository), folder),
      environment: { PATH, HOME, ACTIONS_RUNTIME_TOKEN: "of the runner" },
      onEvent: ({ event }) => void events.push(event),
    });
    if (verification.status === "refused") throw new Error(verification.reason);
    const { verdict, text, cid } = verification;
    const [told] = manifest.promotions;
    expect(verdict).toMatchObject({
      ...{ bundle: id, base: manifest.base, configDigest: manifest.configDigest },
      promotions: [{ cycle: 1, status: "verified", tree: told?.tree, aloneTree: told?.tree }],
    });
    expect(verdictSchema.parse(JSON.parse(text))).toEqual(verdict);
    expect(cid).toBe(computeCid(Buffer.from(text)));
    const measured = events.find((event) => event.type === "gates-measured");
    expect(measured?.results[0]?.failing).toEqual(['["","","adds"]']);
  });

  it("is verified by the test that was written for an issue, by the command line too", async () => {
    const repository = openProject();
    const tests = { tests: [{ path: sum.testPath, content: sum.test }], why: "the first is left out" };
    const review = { sameReason: true, reason: "it shows the first number left out" };
    const issue = { title: "Sums leave out the first number", body: "sum 2 3 gives 3 and not 5." };
    const { folder } = await runAndBundle(repository, { test: [tests], review: [review] }, issue);
    const clone = cloneFreshly(repository);
    const output = join(openFolder(), "verdict.json");
    const args = ["--repo", clone, "verify", "--bundle", folder, "--output", output, "--json"];
    const { code, stdout, stderr } = await runCli(args);
    expect(stderr).toContain("Verifying cycle 1.");
    const { status, verdict } = JSON.parse(stdout);
    expect({ code, status }).toEqual({ code: 0, status: "verified" });
    expect(verdict.promotions).toMatchObject([
      { status: "verified", gates: [{ gate: "checks", fixed: ['["","","adds all numbers"]'] }] },
    ]);
    const other = await runCli([...args.slice(0, -1), "--repository", "octo/other"]);
    expect(other).toMatchObject({ code: 1, stdout: expect.stringContaining("Refused by other-repository") });
  });
});

describe("what verify refuses to run with", () => {
  const none = join(tmpdir(), "no-such-bundle");

  it("is a secret in its environment, by name and never by value", async () => {
    const environment = { PATH, HOME, GITHUB_TOKEN: "ghs_abc", OPENAI_API_KEY: "sk-abc", LANG: "C" };
    const refusal = runVerification({ ...inputFor(openProject().dir, none), environment });
    await expect(refusal).rejects.toMatchObject({ code: "SECRETS_IN_REACH", kind: "usage" });
    const said = String(await refusal.catch((error: unknown) => error));
    expect(said).toContain("GITHUB_TOKEN, OPENAI_API_KEY");
    expect(said).not.toMatch(/ghs_abc|sk-abc/);
  });

  it("is a base that switches isolation off, and a machine that has none", async () => {
    const off = openProject({ settings: "sandbox: { isolation: none }", extra: "" });
    const on = openProject();
    const bundleOf = async (repository: GitRepository) => {
      const git = await repository.open();
      const base = repository.run("rev-parse", "HEAD");
      const events = [
        { ...started, base },
        { ...prepared, commit: base, tree: await git.treeOf(base) },
      ];
      const built = await buildBundle(
        { entries: entriesOf(...events), repository: "octo/sum", nightshift: "0.1.0" },
        { git, redact: (text) => text },
      );
      if (built.status !== "built") throw new Error(built.reason);
      const folder = join(openFolder(), "bundle");
      await writeBundle(folder, built.bundle.files);
      return folder;
    };
    await expect(runVerification(inputFor(off.dir, await bundleOf(off)))).rejects.toMatchObject({
      ...{ code: "ISOLATION_OFF", kind: "usage", message: expect.stringContaining('isolation is "none"') },
    });
    const bare = openFolder();
    mkdirSync(join(bare, "bin"));
    for (const name of ["git", "sh"]) {
      const place = (PATH ?? "").split(delimiter).find((folder) => folder === "/usr/bin") ?? "/bin";
      symlinkSync(join(place, name), join(bare, "bin", name));
    }
    const environment = { PATH: join(bare, "bin"), HOME };
    const refusal = runVerification({ ...inputFor(on.dir, await bundleOf(on)), environment });
    await expect(refusal).rejects.toMatchObject({
      ...{ code: "ISOLATION_MISSING", message: expect.stringContaining("not installed") },
    });
  });

  it("is a base that is not there, and a configuration that a person names", async () => {
    const { dir } = openProject();
    await expect(runVerification({ ...inputFor(dir, none), base: "1".repeat(40) })).rejects.toMatchObject({
      ...{ code: "BASE_UNKNOWN", kind: "usage" },
    });
    const config = join(openFolder(), "other.yml");
    writeFileSync(config, "gates: []\n");
    const { code, stderr } = await runCli(["--repo", dir, "--config", config, "verify", "--bundle", none]);
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining("not by ") });
  });
});
