import { expect, test } from "vitest";
import { describeNeed } from "../../../src/adapters/github/describe-permissions.ts";
import {
  type GitHubMethod,
  githubMethods,
  listPermissions,
} from "../../../src/adapters/github/permission-table.ts";
import { githubRoutes } from "../../../src/adapters/github/permissions.ts";

const all = Object.keys(githubMethods) as GitHubMethod[];

test("everything together needs no administration, no workflows and no secrets", () => {
  expect(listPermissions(all)).toEqual({
    metadata: "read",
    contents: "write",
    pull_requests: "write",
    issues: "write",
    actions: "write",
  });
});

test("reading needs no write, and the strongest level wins whatever the order", () => {
  const reads = all.filter((method) => /^(get|list|read|download)/.test(method));
  expect(Object.values(listPermissions(reads))).not.toContain("write");
  expect(listPermissions(["createRef", "getRef"])).toEqual({ contents: "write" });
  expect(listPermissions(["getRef", "createRef"])).toEqual({ contents: "write" });
  expect(listPermissions(["getQuota"])).toEqual({});
});

test("a method that changes something never needs reading alone", () => {
  const writes = all.filter((method) => !/^(get|list|read|download)/.test(method));
  expect(writes.filter((method) => !Object.values(listPermissions([method])).includes("write"))).toEqual([]);
});

test("every route of the table is used by a method", () => {
  const used = new Set<string>(Object.values(githubMethods).flat());
  expect(Object.keys(githubRoutes).filter((route) => !used.has(route))).toEqual([]);
});

test("a need reads as a sentence's part", () => {
  expect(describeNeed([{ contents: "write", pull_requests: "write" }, { issues: "read" }])).toBe(
    "contents: write and pull_requests: write or issues: read",
  );
  expect(describeNeed([{}])).toBe("no permission beyond being valid");
});
