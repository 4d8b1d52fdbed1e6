import { createHash } from "node:crypto";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createEtagCache } from "../../../src/adapters/github/etag-cache.ts";
import type { GitHub } from "../../../src/github-port.ts";
import type { Clock } from "../../../src/ports.ts";
import { openGitHubOn } from "../../helpers/github-on.ts";
import { loadGitHubOpenApi } from "../../helpers/github-openapi.ts";
import { openLoopbackGitHub } from "../../helpers/loopback-github.ts";
import { openScratchFolder } from "../../helpers/scratch-folder.ts";

const sha = "6dcb09b5b57875f334f61aebed695e2e4193db5e";
const limits = { ttlMs: 60_000, maxEntries: 20, maxEntryBytes: 1_000 };
const answer = { etag: '"a"', link: "", data: { a: 1 } };

/** A clock that a test turns. */
function openClock(): Clock & { at: number } {
  const clock = { at: Date.parse("2026-11-21T00:00:00Z"), elapsedMs: () => 0, now: () => "" };
  clock.now = () => new Date(clock.at).toISOString();
  return clock;
}

/** What an App asks for at each look. */
async function poll(github: GitHub): Promise<unknown> {
  return [
    await github.getRepository(),
    await github.getRef("refs/heads/nightshift/master"),
    await github.listRefs("refs/heads/nightshift/"),
    await github.getCommit(sha),
    await github.listPullRequests({ state: "open", limit: 30 }),
    await github.listIssues({ state: "open", labels: ["nightshift"], limit: 30 }),
    await github.listComments(1),
    await github.listRuns({ workflow: "nightshift.yml", limit: 20 }),
    await github.getQuota(),
  ];
}

/** GitHub's examples behind ETags, as GitHub does it. */
function openGitHubWithEtags() {
  const api = loadGitHubOpenApi();
  return openLoopbackGitHub((request) => {
    const example = api.findExample(api.findRoute(request) ?? "");
    const etag = `"${createHash("sha256").update(JSON.stringify(example)).digest("hex")}"`;
    if (request.headers["if-none-match"] === etag) return { status: 304, headers: { etag } };
    return { status: 200, body: example?.body, headers: { etag } };
  });
}

describe("a second look at the same state", () => {
  test("is answered by 70 of 100 reads from the cache, by another process too, and says the same", async () => {
    using scratch = openScratchFolder();
    const cacheFolder = scratch.path;
    await using server = await openGitHubWithEtags();
    const first = openGitHubOn(server.url, { cacheFolder }).github;
    const seen = await poll(first);
    expect(first.getUsage().hitRate).toBe(0);
    const second = openGitHubOn(server.url, { cacheFolder }).github;
    expect(await poll(second)).toEqual(seen);
    const { calls, cached, hitRate } = second.getUsage();
    expect({ calls, cached }).toEqual({ calls: 10, cached: 9 });
    expect(hitRate).toBeGreaterThanOrEqual(0.7);
  });

  test("of another token, or without a folder, uses nothing of it", async () => {
    using scratch = openScratchFolder();
    const cacheFolder = scratch.path;
    await using server = await openGitHubWithEtags();
    await poll(openGitHubOn(server.url, { cacheFolder }).github);
    const before = server.seen.length;
    await poll(openGitHubOn(server.url, { cacheFolder, auth: { token: "another" } }).github);
    await poll(openGitHubOn(server.url).github);
    expect(server.seen.slice(before).some(({ headers }) => headers["if-none-match"] !== undefined)).toBe(
      false,
    );
  });

  test("sees what has changed", async () => {
    using scratch = openScratchFolder();
    const cacheFolder = scratch.path;
    let at = sha;
    await using server = await openLoopbackGitHub((request) =>
      request.headers["if-none-match"] === `"${at}"`
        ? { status: 304 }
        : { status: 200, headers: { etag: `"${at}"` }, body: { ref: "refs/heads/a", object: { sha: at } } },
    );
    const { github } = openGitHubOn(server.url, { cacheFolder });
    expect(await github.getRef("refs/heads/a")).toBe(sha);
    at = "0".repeat(40);
    expect(await github.getRef("refs/heads/a")).toBe(at);
    expect(await github.getRef("refs/heads/a")).toBe(at);
    expect(github.getUsage().cached).toBe(1);
  });

  test("permissions of people are asked live, without the cache", async () => {
    using scratch = openScratchFolder();
    const cacheFolder = scratch.path;
    await using server = await openLoopbackGitHub(() => ({
      status: 200,
      headers: { etag: '"a"' },
      body: { permission: "write", role_name: "maintain" },
    }));
    const { github } = openGitHubOn(server.url, { cacheFolder });
    expect(await github.getPermission("a")).toBe("maintain");
    expect(await github.getPermission("a")).toBe("maintain");
    expect(server.seen.every(({ headers }) => headers["if-none-match"] === undefined)).toBe(true);
  });

  test("keeps nothing of the token on the disk, and the files for the owner alone", async () => {
    using scratch = openScratchFolder();
    const cacheFolder = scratch.path;
    await using server = await openGitHubWithEtags();
    await poll(openGitHubOn(server.url, { cacheFolder }).github);
    const folder = join(cacheFolder, "github");
    expect((await stat(folder)).mode & 0o077).toBe(0);
    const names = await readdir(folder);
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) {
      expect(name + (await readFile(join(folder, name), "utf8"))).not.toContain("token-of-a-test");
    }
  });
});

describe("the cache", () => {
  test("forgets after its time", async () => {
    const clock = openClock();
    using scratch = openScratchFolder();
    const cache = createEtagCache(scratch.path, limits, { clock });
    await cache.put("a", answer);
    expect(await cache.get("a")).toEqual(answer);
    clock.at += 59_000;
    expect(await cache.get("a")).toEqual(answer);
    clock.at += 2_000;
    expect(await cache.get("a")).toBeNull();
  });

  test("stays within its bounds", async () => {
    using scratch = openScratchFolder();
    const folder = scratch.path;
    const cache = createEtagCache(folder, limits, { clock: openClock() });
    for (let each = 0; each < 101; each += 1) await cache.put(`key ${each}`, answer);
    expect((await readdir(folder)).length).toBeLessThanOrEqual(20);
    await cache.put("large", { ...answer, data: "x".repeat(2_000) });
    expect(await cache.get("large")).toBeNull();
  });

  test.each(["", "{", "null", "[]", '{"key":"a","etag":"","at":"x","link":"","data":{}}'])(
    "takes a file that holds %j as if it were not there",
    async (text) => {
      using scratch = openScratchFolder();
      const folder = scratch.path;
      const cache = createEtagCache(folder, limits, { clock: openClock() });
      await cache.put("a", answer);
      const [name = ""] = await readdir(folder);
      await writeFile(join(folder, name), text);
      expect(await cache.get("a")).toBeNull();
    },
  );

  test("costs calls where it cannot be written, not the work", async () => {
    using scratch = openScratchFolder();
    const folder = scratch.path;
    await writeFile(join(folder, "github"), "a file where a folder is wanted");
    await using server = await openGitHubWithEtags();
    const { github } = openGitHubOn(server.url, { cacheFolder: folder });
    expect(await poll(github)).toHaveLength(9);
  });
});
