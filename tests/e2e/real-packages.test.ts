import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type GitRepository, openGitRepository } from "../helpers/git-repository.ts";
import { fetchNpmPackage } from "../helpers/npm-package.ts";
import { projectFixtures } from "../helpers/projects/registry.ts";
import { realPackages } from "../helpers/real-packages.ts";
import { runCli } from "../helpers/run-cli.ts";

const CAMPAIGN_TIMEOUT_MS = 600_000;
const ARCHIVE_BYTES = 64 * 1024 * 1024;

const resultSchema = z.object({
  promoted: z.number(),
  cycles: z.array(z.object({ outcome: z.string(), files: z.array(z.string()) })),
});

async function runCampaign(repository: GitRepository): Promise<z.infer<typeof resultSchema>> {
  const before = repository.fingerprint();
  const args = ["--repo", repository.dir, "--json", "run", "--seed", "1", "--max-cycles", "3"];
  const { code, stdout, stderr } = await runCli(args);
  expect(code, stderr).toBe(0);
  expect(repository.fingerprint()).toBe(before);
  return resultSchema.parse(JSON.parse(stdout));
}

/** Runs the whole suite on a fresh copy of a commit's tree, with the dependencies of the repository. */
function passesAt(revision: string, command: string, { dir }: GitRepository): boolean {
  const folder = mkdtempSync(path.join(tmpdir(), "nightshift-promoted-"));
  try {
    const archive = execFileSync("git", ["archive", revision], { cwd: dir, maxBuffer: ARCHIVE_BYTES });
    execFileSync("tar", ["x", "-C", folder], { input: archive });
    const modules = path.join(dir, "node_modules");
    if (existsSync(modules)) {
      cpSync(modules, path.join(folder, "node_modules"), { recursive: true, verbatimSymlinks: true });
    }
    return spawnSync("sh", ["-c", command], { cwd: folder, stdio: "ignore" }).status === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("a campaign on published packages with one changed token", () => {
  it.for(realPackages)(
    "mends $name, so that its whole suite passes",
    { timeout: CAMPAIGN_TIMEOUT_MS },
    async (real, { skip }) => {
      using repository = openGitRepository();
      const fetched = fetchNpmPackage(real, repository.dir);
      if (fetched.status === "unavailable") skip(fetched.reason);
      const { file, from, to } = real.breakage;
      const source = readFileSync(path.join(repository.dir, file), "utf8");
      repository.write(
        file,
        source.replace(from, () => to),
      );
      repository.write(
        ".github/nightshift.yml",
        `gates: [{ name: tests, kind: tests, runner: ${real.runner}, command: ${JSON.stringify(real.command)} }]\n`,
      );
      repository.commit(`${real.name} ${real.version}, one token changed`);
      expect(passesAt("HEAD", real.command, repository)).toBe(false);

      const { promoted, cycles } = await runCampaign(repository);

      expect(promoted).toBeGreaterThan(0);
      expect(cycles.filter(({ outcome }) => outcome === "promoted")[0]?.files).toEqual([file]);
      expect(passesAt("nightshift/master", real.command, repository)).toBe(true);
    },
  );
});

describe("a campaign without a config file", () => {
  it.for(projectFixtures)(
    "mends $name",
    { timeout: CAMPAIGN_TIMEOUT_MS },
    async ({ write, command, fix }, { skip }) => {
      using repository = openGitRepository();
      const written = write(repository.dir);
      if (written.status === "unavailable") skip(written.reason);
      repository.commit("a project with a bug");

      const { promoted } = await runCampaign(repository);

      expect(promoted).toBeGreaterThan(0);
      expect(repository.run("diff", "--name-only", "main", "nightshift/master")).toBe(fix.file);
      expect(passesAt("nightshift/master", command, repository)).toBe(true);
    },
  );
});
