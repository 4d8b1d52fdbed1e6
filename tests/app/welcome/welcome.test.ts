import { describe, expect, it } from "vitest";
import { openAppRig } from "../../helpers/app-rig.ts";

const workflows = [".github/workflows/nightshift.yml", ".github/workflows/nightshift-verify.yml"];
const answers: Readonly<Record<string, object>> = {
  "": { full_name: "acme/sums", default_branch: "main" },
  "/branches/main": {},
  "/actions/workflows?per_page=100": {
    workflows: workflows.map((path) => ({ path, state: "disabled_inactivity" })),
  },
  "/actions/runs?status=action_required&per_page=1": { total_count: 3 },
  "/rules/branches/nightshift%2Fmaster?per_page=100": [],
};

async function openWelcome(options: Parameters<typeof openAppRig>[0]) {
  const rig = openAppRig(options);
  const payload = { action: "created", repositories: [{ full_name: "acme/sums" }], repository: null };
  for (let time = 0; time < 2; time += 1) await rig.deliver("installation", payload);
  const [issue, ...more] = [...rig.world.issues.values()].filter(
    ({ title }) => title === "Nightshift is here",
  );
  expect(more).toEqual([]);
  expect(rig.logs.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  return issue?.body ?? "";
}

describe("the welcome issue", () => {
  it("says what stands in the way on GitHub, as far as the App sees it, and how to mend it", async () => {
    const body = await openWelcome({
      readSettings: async (path) => {
        const data = answers[path];
        return data === undefined
          ? { status: "hidden", httpStatus: 403 }
          : { status: "ok", data, headers: new Headers() };
      },
      files: { "src/a.js": "a\n", ...Object.fromEntries(workflows.map((path) => [path, "on: push\n"])) },
    });
    for (const text of [
      "after 60 days without a commit",
      "gh workflow enable nightshift.yml",
      "3 runs wait for somebody's approval",
      "nightshift/master can be deleted or rewritten",
      "  ```json\n  {\n",
      '"type": "non_fast_forward"',
      "does not show whether Actions may create pull requests",
    ])
      expect(body).toContain(text);
  });

  it("names each workflow that is missing once", async () => {
    const body = await openWelcome({});
    for (const path of workflows) expect(body.split(path)).toHaveLength(2);
    expect(body).toContain("`npx nightshift init` writes it");
  });
});
