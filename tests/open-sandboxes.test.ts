import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openCapabilities } from "../src/open-capabilities.ts";
import { openRepository } from "../src/open-repository.ts";
import { openSandboxes } from "../src/open-sandboxes.ts";
import { isBubblewrapHere } from "./helpers/bubblewrap-here.ts";
import { openGitRepository } from "./helpers/git-repository.ts";
import { openScratchFolder } from "./helpers/scratch-folder.ts";

const hasBubblewrap = await isBubblewrapHere();

/** Opens the sandboxes of a campaign where a `sudo` that asks for no password is in the path of every command. */
async function openWithSudo(environment: Readonly<Record<string, string>>) {
  using scratch = openScratchFolder();
  const programs = join(scratch.path, "bin");
  mkdirSync(programs);
  writeFileSync(join(programs, "sudo"), "#!/bin/sh\nexec true\n");
  // Whoever the sandbox runs as has to find it.
  for (const place of [scratch.path, programs, join(programs, "sudo")]) chmodSync(place, 0o755);
  using project = openGitRepository();
  project.write("src/a.js", "export {};\n");
  const commit = project.commit("base");
  const repository = await openRepository({
    repo: project.dir,
    flags: [],
    environment: { PATH: `${programs}:${process.env.PATH}`, ...environment },
  });
  const sacred = { branch: "main", commit };
  const { git, loaded } = repository;
  const capabilities = await openCapabilities({ commit, sacred: "main" }, { git });
  const { config } = loaded;
  const { signal } = new AbortController();
  const input = {
    campaign: "night-1",
    config,
    sacred,
    capabilities,
    isDryRun: false,
    signal,
    onWarning: () => {},
  };
  const { sandboxes, isolation } = await openSandboxes(input, repository);
  await sandboxes[Symbol.asyncDispose]();
  return isolation;
}

it.skipIf(!hasBubblewrap)(
  "refuses a runner of GitHub Actions on which a sandbox is no cage, by trying it",
  async () => {
    await expect(openWithSudo({ GITHUB_ACTIONS: "true" })).rejects.toMatchObject({
      code: "ISOLATION_LEAKS",
      message: expect.stringContaining("sudo works without a password"),
    });
  },
);

it.skipIf(!hasBubblewrap)("looks at no machine of one's own", async () => {
  expect(await openWithSudo({})).toMatchObject({ kind: "bubblewrap" });
});
