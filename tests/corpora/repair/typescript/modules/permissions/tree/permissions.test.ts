import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { covers, decide, expandRoles, listAllowed, type Role, weigh } from "./permissions.ts";

const list: readonly Role[] = [
  { name: "guest", rules: [{ effect: "allow", actions: ["read"], resource: "docs/*" }, { effect: "deny", actions: ["*"], resource: "docs/secret/*" }] },
  { name: "staff", inherits: ["guest"], rules: [{ effect: "allow", actions: ["read", "write"], resource: "docs/reports/*" }] },
  { name: "chief", inherits: ["staff"], rules: [{ effect: "allow", actions: ["read"], resource: "docs/secret/plan" }] },
  { name: "owner", rules: [{ effect: "allow", actions: ["*"], resource: "*", when: ({ user, resource }) => resource.includes(user.id) }] },
  { name: "loop", inherits: ["pool"], rules: [] },
  { name: "pool", inherits: ["loop"], rules: [] },
];
const roles = new Map(list.map((role) => [role.name, role]));
const ask = (role: string, action: string, resource: string) => decide({ user: { id: "u1", roles: [role] }, action, resource }, roles);

describe("expandRoles", () => {
  it("inherits", () => assert.deepEqual(expandRoles(["chief"], roles).map(({ name }) => name), ["chief", "staff", "guest"]));
  it("takes each once", () => assert.deepEqual(expandRoles(["staff", "guest"], roles).map(({ name }) => name), ["staff", "guest"]));
  it("ends where roles inherit each other", () => assert.equal(expandRoles(["loop"], roles).length, 2));
  it("leaves out roles that are not there", () => assert.deepEqual(expandRoles(["none"], roles), []));
});
describe("covers", () => {
  it("takes all beneath", () => {
    assert.equal(covers("docs/*", "docs/a/b"), true);
    assert.equal(covers("docs/*", "docs"), false);
    assert.equal(covers("docs/*", "documents/a"), false);
  });
  it("takes the resource itself", () => {
    assert.equal(covers("docs/a", "docs/a"), true);
    assert.equal(covers("docs/a", "docs/a/b"), false);
  });
  it("takes all", () => assert.equal(covers("*", "x"), true));
});
it("weighs", () => {
  const patterns = ["*", "a/*", "a/b", "a/b/*", "a/b/c"];
  assert.deepEqual([...patterns].sort((a, b) => weigh(a) - weigh(b)), patterns);
});
describe("decide", () => {
  it("allows what is named", () => assert.deepEqual(ask("guest", "read", "docs/a"), { isAllowed: true, reason: "allow by guest: docs/*" }));
  it("denies what is not", () => {
    assert.deepEqual(ask("guest", "write", "docs/a"), { isAllowed: false, reason: "no rule" });
    assert.equal(ask("guest", "read", "other").isAllowed, false);
    assert.equal(ask("none", "read", "docs/a").isAllowed, false);
  });
  it("takes the most exact rule", () => {
    assert.equal(ask("guest", "read", "docs/secret/x").isAllowed, false);
    assert.deepEqual(ask("chief", "read", "docs/secret/plan"), { isAllowed: true, reason: "allow by chief: docs/secret/plan" });
    assert.equal(ask("chief", "write", "docs/secret/plan").isAllowed, false);
  });
  it("inherits rules", () => {
    assert.equal(ask("chief", "write", "docs/reports/q1").isAllowed, true);
    assert.equal(ask("staff", "read", "docs/a").isAllowed, true);
  });
  it("asks conditions", () => {
    assert.equal(ask("owner", "delete", "home/u1/x").isAllowed, true);
    assert.equal(ask("owner", "delete", "home/u2/x").isAllowed, false);
  });
  it("of equally exact rules a denial decides", () => {
    const both: Role = { name: "both", rules: [{ effect: "deny", actions: ["read"], resource: "a" }, { effect: "allow", actions: ["read"], resource: "a" }] };
    const turned: Role = { ...both, name: "turned", rules: both.rules.toReversed() };
    for (const role of [both, turned]) {
      const user = { id: "u", roles: [role.name] };
      assert.equal(decide({ user, action: "read", resource: "a" }, new Map([[role.name, role]])).isAllowed, false);
    }
  });
});
it("lists", () => {
  const user = { id: "u", roles: ["guest"] };
  assert.deepEqual(listAllowed(user, "read", ["docs/a", "docs/secret/b", "c", "docs/d/e"], roles), ["docs/a", "docs/d/e"]);
});
