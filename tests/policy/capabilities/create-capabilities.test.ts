import { describe, expect, it } from "vitest";
import type { CapabilityRequest, Principal } from "../../../src/policy/capabilities/capabilities.ts";
import { createCapabilities } from "../../../src/policy/capabilities/create-capabilities.ts";

const place = ".github/nightshift/policies/own.cedar";

function capabilitiesOf(...texts: readonly string[]) {
  const project = texts.map((text) => ({ path: place, text }));
  return createCapabilities({ prefix: "nightshift", sacred: "main", project });
}

type Request = CapabilityRequest extends infer Each
  ? Each extends Each
    ? Omit<Each, "principal">
    : never
  : never;

const path = (file: string) => ({ kind: "path", path: file }) as const;
const ref = (name: string) => ({ kind: "ref", ref: name }) as const;
const host = <Name extends string>(name: Name) => ({ kind: "host", host: name }) as const;
const principals: readonly Principal[] = ["campaign", "brain", "publisher", "person"];

/** Who of all may do something. */
async function whoMay(request: Request): Promise<readonly Principal[]> {
  const capabilities = capabilitiesOf();
  const allowed: Principal[] = [];
  for (const principal of principals) {
    const answer = await capabilities.isAllowed({ ...request, principal } as CapabilityRequest);
    if (answer.status === "allowed") allowed.push(principal);
  }
  return allowed;
}

describe("the default policies", () => {
  it.each([
    ["src/a.ts", ["brain", "person"]],
    [".github/workflows/ci.yml", ["person"]],
    [".GitHub/nightshift.yml", ["person"]],
    [".git/config", ["person"]],
    ["docs/.github/x.md", ["brain", "person"]],
  ])("say who edits %s", async (file, allowed) => {
    expect(await whoMay({ action: "editFile", resource: path(file) })).toEqual(allowed);
  });

  it.each([
    ["refs/heads/main", ["person"]],
    ["refs/heads/MAIN", ["person"]],
    ["refs/heads/nightshift/master", ["publisher", "person"]],
    ["refs/heads/nightshift/memory", ["publisher", "person"]],
    ["refs/heads/nightshift/fix/night-1", ["publisher", "person"]],
    ["refs/tags/nightshift/snapshot/night/1", ["publisher", "person"]],
    ["refs/heads/nightshift/sandbox/night/1", ["campaign", "person"]],
    ["refs/heads/nightshift/other", ["person"]],
    ["refs/heads/feature", ["person"]],
    ["refs/heads/nightshift/master/../../main", ["person"]],
    ["HEAD", ["person"]],
  ])("say who writes %s", async (name, allowed) => {
    expect(await whoMay({ action: "writeRef", resource: ref(name) })).toEqual(allowed);
  });

  it("say who reads, runs, asks, offers and merges", async () => {
    expect({
      read: await whoMay({ action: "readFile", resource: path("src/a.ts") }),
      sandbox: await whoMay({ action: "runCommand", resource: host("sandbox"), command: "npm test" }),
      network: await whoMay({ action: "runCommand", resource: host("network"), command: "npm ci" }),
      machine: await whoMay({ action: "runCommand", resource: host("machine"), command: "npm test" }),
      model: await whoMay({ action: "callModel", resource: host("api.example.org") }),
      offer: await whoMay({ action: "openPullRequest", resource: ref("refs/heads/main") }),
      merge: await whoMay({ action: "merge", resource: ref("refs/heads/main") }),
    }).toEqual({
      read: ["campaign", "brain", "person"],
      sandbox: ["campaign", "brain", "person"],
      network: ["campaign", "person"],
      machine: ["campaign", "person"],
      model: ["brain", "person"],
      offer: ["publisher", "person"],
      merge: ["person"],
    });
  });

  it("name themselves and their reason where they forbid", async () => {
    const request = { principal: "publisher", action: "writeRef", resource: ref("refs/heads/main") } as const;
    expect(await capabilitiesOf().isAllowed(request)).toEqual({
      status: "denied",
      policies: ["sacred-is-of-people"],
      reason: "only people write the default branch",
    });
  });

  it("deny by default, and say that nothing permits it", async () => {
    const request = { principal: "publisher", action: "editFile", resource: path("src/a.ts") } as const;
    expect(await capabilitiesOf().isAllowed(request)).toEqual({
      status: "denied",
      policies: [],
      reason: "no policy lets the publisher do editFile on src/a.ts",
    });
  });

  it.each([
    ["a principal that is none", { principal: "root", action: "editFile", resource: path("a") }],
    ["an action that is none", { principal: "person", action: "format", resource: path("a") }],
    [
      "a resource of another kind",
      { principal: "person", action: "editFile", resource: ref("refs/heads/x") },
    ],
    ["no resource", { principal: "person", action: "editFile", resource: undefined }],
    [
      "a command that is none",
      { principal: "person", action: "runCommand", resource: host("sandbox"), command: 7 },
    ],
  ])("deny %s", async (_, request) => {
    expect(await capabilitiesOf().isAllowed(request as unknown as CapabilityRequest)).toMatchObject({
      status: "denied",
      reason: expect.stringContaining("could not be decided"),
    });
  });
});

describe("a project's policies", () => {
  const noVendor = `
    // Vendored code is not ours.
    @id("no-vendor") @reason("vendored code is mended upstream; there")
    forbid (principal, action == Action::"editFile", resource in Path::"third_party");
    forbid (principal == Actor::"brain", action == Action::"callModel", resource)
    unless { resource.name == "llm.example.org" };`;

  it("forbid more", async () => {
    const capabilities = capabilitiesOf(noVendor);
    await capabilities.verify();
    const edit = (file: string) =>
      ({ principal: "brain", action: "editFile", resource: path(file) }) as const;
    expect(await capabilities.isAllowed(edit("third_party/zlib/a.c"))).toEqual({
      status: "denied",
      policies: ["no-vendor"],
      reason: "vendored code is mended upstream; there",
    });
    expect(await capabilities.isAllowed(edit("third_party.c"))).toEqual({ status: "allowed" });
    const ask = (name: string) =>
      ({ principal: "brain", action: "callModel", resource: host(name) }) as const;
    expect(await capabilities.isAllowed(ask("llm.example.org"))).toEqual({ status: "allowed" });
    expect(await capabilities.isAllowed(ask("elsewhere.example.org"))).toMatchObject({
      policies: [`${place}:5`],
      reason: `policy ${place}:5 forbids it`,
    });
  });

  it("cannot lift what the default ones forbid, or forbid nothing by failing", async () => {
    const failing = `forbid (principal, action == Action::"editFile", resource) when { 9223372036854775807 + 1 > 0 };`;
    const request = { principal: "brain", action: "editFile", resource: path("src/a.ts") } as const;
    expect(await capabilitiesOf(failing).isAllowed(request)).toMatchObject({
      status: "denied",
      reason: expect.stringContaining("could not be decided"),
    });
  });

  it.each([
    ["permits", `\npermit (principal, action, resource);`, 2, "can only forbid"],
    [
      "permits behind a forbid on its line",
      `forbid (principal, action, resource); permit (principal, action, resource);`,
      1,
      "can only forbid",
    ],
    ["is no Cedar", `\n\nforbid (principal, action, resource)\n  unles { true };`, 4, "unles"],
    ["lacks its end", `forbid (principal, action, resource)`, 1, ""],
    [
      "speaks of an attribute that is not there",
      `\nforbid (principal, action == Action::"editFile", resource) when { resource.size > 1 };`,
      2,
      "size",
    ],
    [
      "speaks of an actor that is not there",
      `forbid (principal == Actor::"robot", action, resource);`,
      1,
      "robot",
    ],
    ["is a template", `forbid (principal == ?principal, action, resource);`, 1, "template"],
    ["takes the id of another", `@id("person-may") forbid (principal, action, resource);`, 1, "person-may"],
    ["hides behind a comment", `// forbid all;\n"; permit (principal, action, resource);`, 2, ""],
  ])("are refused when one %s", async (_, text, line, message) => {
    const capabilities = capabilitiesOf(text);
    await expect(capabilities.verify()).rejects.toMatchObject({
      code: "POLICY_INVALID",
      kind: "usage",
      message: expect.stringMatching(new RegExp(`^${place}:${line}: .*${message}`)),
    });
    const request = { principal: "person", action: "editFile", resource: path("a") } as const;
    expect(await capabilities.isAllowed(request)).toMatchObject({ status: "denied" });
  });
});
