import { describe, expect, it } from "vitest";
import { createSettingsReader } from "../src/adapters/github/create-settings-reader.ts";
import type { Finding } from "../src/domain/finding.ts";
import { findGitHubFindings } from "../src/find-github-findings.ts";
import { nameGitHubRepository } from "../src/name-github-repository.ts";
import { renderRuleset } from "../src/render-ruleset.ts";
import { openGitRepository } from "./helpers/git-repository.ts";
import { loadGitHubOpenApi } from "./helpers/github-openapi.ts";
import { openLoopbackGitHub, type ScriptedAnswer, type SeenRequest } from "./helpers/loopback-github.ts";
import { runCli } from "./helpers/run-cli.ts";

const at = "/repos/octo/cart";
const json = (body: unknown, headers: Record<string, string> = {}): ScriptedAnswer => ({
  status: 200,
  body,
  headers,
});
const campaign = ".github/workflows/nightshift.yml";
const verify = ".github/workflows/nightshift-verify.yml";
const file = (text: string) =>
  json({ encoding: "base64", content: Buffer.from(text).toString("base64"), type: "file" });
const workflows = (states: Readonly<Record<string, string>>) =>
  json({
    total_count: 1,
    workflows: Object.entries(states).map(([path, state]) => ({ path, state })),
  });

/** A repository in which all is well, and what is asked for. */
const well: Readonly<Record<string, ScriptedAnswer>> = {
  [at]: json({ full_name: "octo/cart", default_branch: "main", archived: false }),
  [`${at}/branches/main`]: json({ name: "main" }),
  [`${at}/actions/workflows`]: workflows({ [campaign]: "active", ".github/workflows/ci.yml": "active" }),
  [`${at}/contents/${encodeURIComponent(campaign)}`]: file("uses: x/y/.github/workflows/nightshift.yml@v1\n"),
  [`${at}/actions/permissions`]: json({ enabled: true, allowed_actions: "all" }),
  [`${at}/actions/permissions/workflow`]: json({
    default_workflow_permissions: "read",
    can_approve_pull_request_reviews: true,
  }),
  [`${at}/actions/runs`]: json({ total_count: 0, workflow_runs: [] }),
  [`${at}/rules/branches/nightshift%2Fmaster`]: json([{ type: "deletion" }, { type: "non_fast_forward" }]),
};

async function look(
  changes: Readonly<Record<string, ScriptedAnswer>> = {},
): Promise<{ readonly findings: readonly Finding[]; readonly seen: readonly SeenRequest[] }> {
  const answers = { ...well, ...changes };
  await using server = await openLoopbackGitHub(
    ({ path }) => answers[path.split("?")[0] ?? ""] ?? { status: 404, body: { message: "Not Found" } },
  );
  const repository = { owner: "octo", name: "cart" };
  const read = createSettingsReader({ repository, token: "token-of-a-test", baseUrl: server.url });
  const findings = await findGitHubFindings({ repository: "octo/cart", prefix: "nightshift" }, { read });
  return { findings, seen: [...server.seen] };
}

const isWrong = ({ status }: Finding) => status !== "ok";
const hidden: ScriptedAnswer = { status: 403, body: { message: "Resource not accessible by token" } };

describe("what stands in the way on GitHub", () => {
  it("is nothing where all is well, and is looked for by reading alone", async () => {
    const { findings, seen } = await look();
    expect(findings.filter(isWrong)).toEqual([]);
    expect(findings.length).toBeGreaterThanOrEqual(7);
    expect(new Set(seen.map(({ method }) => method))).toEqual(new Set(["GET"]));
    expect(seen.every(({ headers }) => headers.authorization === "Bearer token-of-a-test")).toBe(true);
    const api = loadGitHubOpenApi();
    expect(seen.flatMap((request) => api.findRequestFaults(request))).toEqual([]);
  });

  it.each<[string, Record<string, ScriptedAnswer>, Finding["status"], RegExp, RegExp]>([
    [
      "a token that is wrong",
      { [at]: { status: 401 } },
      "problem",
      /does not take the token/,
      /gh auth login/,
    ],
    [
      "a repository that is not seen",
      { [at]: { status: 404 } },
      "problem",
      /octo\/cart is not there/,
      /GH_TOKEN/,
    ],
    [
      "an archived repository",
      { [at]: json({ full_name: "octo/cart", default_branch: "main", archived: true }) },
      ...(["problem", /is archived/, /unarchived/] as const),
    ],
    [
      "a renamed repository",
      { [at]: json({ full_name: "octo/basket", default_branch: "main" }) },
      ...(["warning", /is called octo\/basket now/, /git remote set-url/] as const),
    ],
    [
      "a token without a scope",
      {
        [at]: json(
          { full_name: "octo/cart", default_branch: "main" },
          { "x-oauth-scopes": "gist, read:org" },
        ),
      },
      ...(["warning", /scope `repo`/, /gh auth refresh/] as const),
    ],
    [
      "an empty repository",
      { [`${at}/branches/main`]: { status: 404 } },
      "problem",
      /is empty/,
      /first commit/,
    ],
    [
      "no workflow",
      { [`${at}/actions/workflows`]: workflows({}) },
      ...(["problem", /There is no \.github\/workflows\/nightshift\.yml/, /nightshift init/] as const),
    ],
    [
      "a schedule that GitHub has switched off",
      { [`${at}/actions/workflows`]: workflows({ [campaign]: "disabled_inactivity" }) },
      ...(["problem", /60 days without a commit/, /gh workflow enable nightshift\.yml/] as const),
    ],
    [
      "a workflow that a person has switched off",
      { [`${at}/actions/workflows`]: workflows({ [campaign]: "disabled_manually" }) },
      ...(["problem", /disabled_manually/, /gh workflow enable/] as const),
    ],
    [
      "a campaign for the App without verify",
      {
        [`${at}/contents/${encodeURIComponent(campaign)}`]: file(
          "uses: x/y/.github/workflows/nightshift-campaign.yml@v1\n",
        ),
      },
      ...([
        "problem",
        /There is no \.github\/workflows\/nightshift-verify\.yml/,
        /nightshift init --app/,
      ] as const),
    ],
    [
      "verify that is switched off",
      {
        [`${at}/actions/workflows`]: workflows({
          [campaign]: "active",
          [verify]: "disabled_manually",
          ci: "active",
        }),
      },
      ...([
        "problem",
        /nightshift-verify\.yml does not run/,
        /gh workflow enable nightshift-verify\.yml/,
      ] as const),
    ],
    [
      "a repository without CI",
      { [`${at}/actions/workflows`]: workflows({ [campaign]: "active" }) },
      ...(["warning", /pull requests have no checks/, /pull_request/] as const),
    ],
    [
      "Actions that are switched off",
      { [`${at}/actions/permissions`]: json({ enabled: false }) },
      ...(["problem", /Actions are switched off/, /Settings, Actions/] as const),
    ],
    [
      "Actions that may not create pull requests",
      { [`${at}/actions/permissions/workflow`]: json({ can_approve_pull_request_reviews: false }) },
      ...(["problem", /may not create pull requests/, /Allow GitHub Actions to create/] as const),
    ],
    [
      "CI that waits for an approval",
      { [`${at}/actions/runs`]: json({ total_count: 3, workflow_runs: [] }) },
      ...(["warning", /3 runs wait/, /Actions tab/] as const),
    ],
    [
      "a master that can be rewritten",
      { [`${at}/rules/branches/nightshift%2Fmaster`]: json([{ type: "deletion" }]) },
      ...(["warning", /deleted or rewritten/, /"refs\/heads\/nightshift\/master"/] as const),
    ],
    [
      "settings that the token does not show",
      { [`${at}/actions/permissions/workflow`]: hidden },
      ...(["warning", /does not show whether Actions may create/, /GH_TOKEN/] as const),
    ],
    [
      "an answer of another form",
      { [`${at}/actions/runs`]: json({ message: "hello" }) },
      ...(["warning", /does not show whether runs wait/, /GH_TOKEN/] as const),
    ],
    ["an outage", { [at]: { status: 503 } }, "problem", /answered 503/, /githubstatus/],
  ])("%s is found, with what to do", async (_title, changes, status, detail, hint) => {
    const { findings } = await look(changes);
    const wrong = findings.filter(isWrong);
    expect(wrong).toContainEqual({
      check: expect.any(String),
      status,
      detail: expect.stringMatching(detail),
      hint: expect.stringMatching(hint),
    });
    expect(wrong.length).toBeLessThanOrEqual(2);
  });

  it("is what `doctor --github` prints, with the remote's repository", async () => {
    await using server = await openLoopbackGitHub(
      ({ path }) => well[path.split("?")[0] ?? ""] ?? { status: 404 },
    );
    using repository = openGitRepository();
    repository.write("package.json", "{}\n");
    repository.commit();
    repository.run("remote", "add", "origin", "git@github.com:octo/cart.git");
    const env = { GITHUB_API_URL: server.url, GH_TOKEN: "token-of-a-test" };
    const { stdout } = await runCli(["doctor", "--github", "--repo", repository.dir], { env });
    expect(stdout).toMatch(/^ok +GitHub: octo\/cart, main$/m);
    expect(stdout).toMatch(/^ok +protection of nightshift\/master: /m);
  });

  it("is mended by a ruleset that GitHub's description of its API allows", () => {
    const body: unknown = JSON.parse(renderRuleset("nightshift/master"));
    const faults = loadGitHubOpenApi().findRequestFaults({ method: "POST", path: `${at}/rulesets`, body });
    expect(faults).toEqual([]);
  });
});

describe("the repository that is meant", () => {
  it.each([
    ["git@github.com:octo/cart.git"],
    ["https://github.com/octo/cart"],
    ["https://github.com/octo/cart.git\n"],
    ["ssh://git@ssh.github.com:443/octo/cart.git"],
  ])("is the one of the remote %s", (origin) => {
    expect(nameGitHubRepository({ told: null, environment: {}, origin })).toEqual({
      owner: "octo",
      name: "cart",
    });
  });

  it("is the one that was told, then a workflow's, and none that is no owner/name", () => {
    const environment = { GITHUB_REPOSITORY: "octo/run" };
    const origin = "https://github.com/octo/cart";
    expect(nameGitHubRepository({ told: "a/b", environment, origin })).toEqual({ owner: "a", name: "b" });
    expect(nameGitHubRepository({ told: null, environment, origin })).toEqual({ owner: "octo", name: "run" });
    expect(() => nameGitHubRepository({ told: "a/b/c", environment, origin })).toThrow(
      "a/b/c is no owner/name",
    );
    expect(() => nameGitHubRepository({ told: null, environment: {}, origin: "" })).toThrow("no remote");
  });
});
