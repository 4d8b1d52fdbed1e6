import examples from "@octokit/webhooks-examples" with { type: "json" };
import { describe, expect, it } from "vitest";
import { families } from "../../../app/events/registry.ts";
import { readDelivery } from "../../../app/office/read-delivery.ts";
import { openAppRig } from "../../helpers/app-rig.ts";

type Examples = readonly { readonly name: string; readonly examples: readonly object[] }[];
const all = (examples as unknown as Examples).flatMap((event) =>
  event.examples.map((payload) => ({ name: event.name, payload })),
);

/** What a handler may write for a payload of somebody else's: the welcome, the dashboard, an answer to an outsider. */
const expected = new Set(["ensureLabel", "createIssue", "updateIssue", "createComment"]);

/** An example as a stranger would have to send it to be heard: each part that a handler looks at says what it waits for. */
function bend(payload: object): object {
  const part = (name: string, changes: object) => {
    const found: unknown = Reflect.get(payload, name);
    return typeof found === "object" && found !== null ? { [name]: { ...found, ...changes } } : {};
  };
  return {
    ...payload,
    ...{ installation: { id: 1 }, repository: { full_name: "acme/sums", default_branch: "main" } },
    ...{ sender: { login: "Codertocat", type: "User" } },
    ...("ref" in payload && "deleted" in payload ? { ref: "refs/heads/main", deleted: false } : {}),
    ...part("label", { name: "nightshift" }),
    ...part("comment", { body: "/stop", performed_via_github_app: null }),
    ...part("review", { state: "changes_requested", body: "Do as I say" }),
    ...part("workflow_run", { path: ".github/workflows/nightshift.yml" }),
    ...("action" in payload && payload.action === "edited" ? { changes: { body: { from: "" } } } : {}),
  };
}

describe("GitHub's own example payloads", () => {
  it("go through every handler without a failure or an unexpected write", async () => {
    expect(all.length).toBeGreaterThan(250);
    const rig = openAppRig();
    const before = JSON.stringify([[...rig.world.refs], rig.world.dispatches]);
    const taken = new Map<string, number>();
    for (const [at, { name, payload }] of all.entries()) {
      // As they are, and as if they were of this repository.
      for (const given of [
        payload,
        {
          ...payload,
          installation: { id: 1 },
          repository: { full_name: "acme/sums", default_branch: "main" },
        },
      ]) {
        const outcome = await rig.deliver(name, given, { id: `example-${at}-${given === payload}` });
        if (outcome === "queued") taken.set(name, (taken.get(name) ?? 0) + 1);
        else expect(outcome).toBe("nothing-to-do");
      }
    }
    expect(rig.logs.filter((line) => line.includes('"level":"error"'))).toEqual([]);
    expect(rig.writes().filter(({ method }) => !expected.has(method))).toEqual([]);
    expect(JSON.stringify([[...rig.world.refs], rig.world.dispatches])).toBe(before);
    expect([...taken.keys()]).toEqual(expect.arrayContaining(["installation", "pull_request"]));
  });

  it("reach every handler where they are bent to be ours, and still nothing is started or moved", async () => {
    const rig = openAppRig();
    const before = JSON.stringify([[...rig.world.refs], rig.world.dispatches]);
    const reached = new Set<string>();
    for (const [at, { name, payload }] of all.entries()) {
      const given = bend(payload);
      const event = [name, Reflect.get(payload, "action")].filter(Boolean).join(".");
      if ((await rig.deliver(name, given, { id: `bent-${at}` })) === "queued") reached.add(event);
    }
    expect(rig.logs.filter((line) => line.includes('"level":"error"'))).toEqual([]);
    expect(rig.writes().filter(({ method }) => !expected.has(method))).toEqual([]);
    expect(JSON.stringify([[...rig.world.refs], rig.world.dispatches])).toBe(before);
    expect([...reached].toSorted()).toEqual(families.flatMap(({ events }) => events).toSorted());
  });

  it("are read by every family or passed over, whatever event they are said to be of", () => {
    for (const { payload } of all)
      for (const family of families)
        expect([null, expect.any(Function)]).toContainEqual(family.read(payload));
  });

  it.each([
    null,
    1,
    "x",
    [],
    {},
    { action: 7 },
    { installation: { id: "1" } },
    { installation: { id: 1 }, repository: { full_name: "../x" } },
  ])("passes over %j", (payload) => {
    for (const event of families.flatMap(({ events }) => events))
      expect(readDelivery({ name: event.split(".")[0] ?? "", payload })).toEqual([]);
  });
});
