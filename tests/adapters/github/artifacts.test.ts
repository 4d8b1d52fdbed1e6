import { expect, test } from "vitest";
import { openGitHubOn } from "../../helpers/github-on.ts";
import { openLoopbackGitHub, type ScriptedAnswer } from "../../helpers/loopback-github.ts";

const zip = Buffer.from("PK zip");
const invalid = (words: string) => ({ code: "GITHUB_INVALID", message: expect.stringContaining(words) });

/** GitHub, and a storage on another port that it leads to. */
async function openStorage(answer: ScriptedAnswer) {
  const storage = await openLoopbackGitHub(() => answer);
  const server = await openLoopbackGitHub(() => ({
    status: 302,
    headers: { location: `${storage.url}/blob?sig=secret` },
  }));
  return {
    server,
    storage,
    github: openGitHubOn(server.url).github,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await storage[Symbol.asyncDispose]();
    },
  };
}

test("an artifact is fetched where GitHub leads to, without the token", async () => {
  await using opened = await openStorage({ status: 200, body: zip });
  expect(await opened.github.downloadArtifact(11, 100)).toEqual(zip);
  expect(opened.server.seen[0]?.headers.authorization).toContain("token-of-a-test");
  expect(opened.storage.seen).toHaveLength(1);
  expect(opened.storage.seen[0]?.headers.authorization).toBeUndefined();
});

test("an artifact beyond the bound is refused, by its announced size or while it comes", async () => {
  await using announced = await openStorage({ status: 200, body: Buffer.alloc(5_000) });
  await expect(announced.github.downloadArtifact(11, 100)).rejects.toMatchObject(invalid("100 bytes"));
  await using endless = await openStorage({
    act: (response) => {
      response.writeHead(200, { "content-type": "application/zip" });
      const more = () => {
        if (!response.destroyed) response.write(Buffer.alloc(4_096), more);
      };
      more();
    },
  });
  await expect(endless.github.downloadArtifact(11, 100)).rejects.toMatchObject(invalid("100 bytes"));
});

test.each([
  [403, "GITHUB_INVALID"],
  [404, "GITHUB_INVALID"],
  [503, "GITHUB_UNAVAILABLE"],
])("a storage that answers %i gives %s, and the signed link is not told", async (status, code) => {
  await using opened = await openStorage({ status, body: {} });
  const error = await opened.github.downloadArtifact(11, 100).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code });
  expect(String((error as Error).message)).not.toContain("secret");
});

test.each(["file:///etc/passwd", "ftp://127.0.0.1/a", "data:text/plain,PK"])(
  "a link to %s is refused",
  async (location) => {
    await using server = await openLoopbackGitHub(() => ({ status: 302, headers: { location } }));
    await expect(openGitHubOn(server.url).github.downloadArtifact(11, 100)).rejects.toMatchObject(
      invalid("link"),
    );
  },
);

test("an expired artifact, and an answer without a link, are errors", async () => {
  await using gone = await openLoopbackGitHub(() => ({ status: 410, body: { message: "Gone" } }));
  await expect(openGitHubOn(gone.url).github.downloadArtifact(11, 100)).rejects.toMatchObject({
    code: "GITHUB_NOT_FOUND",
  });
  await using bare = await openLoopbackGitHub(() => ({ status: 200, body: zip }));
  await expect(openGitHubOn(bare.url).github.downloadArtifact(11, 100)).rejects.toMatchObject(
    invalid("redirect"),
  );
});

test("an artifact that says that it is another run's is not listed", async () => {
  const artifact = (id: number, run: number | undefined) => ({
    ...{ id, name: "nightshift-bundle", size_in_bytes: 1, expired: false },
    ...(run === undefined ? {} : { workflow_run: { id: run } }),
  });
  await using server = await openLoopbackGitHub(() => ({
    status: 200,
    body: { total_count: 3, artifacts: [artifact(1, 7), artifact(2, 8), artifact(3, undefined)] },
  }));
  const found = await openGitHubOn(server.url).github.listArtifacts(7);
  expect(found.map(({ id, runId }) => [id, runId])).toEqual([
    [1, 7],
    [3, 7],
  ]);
});
