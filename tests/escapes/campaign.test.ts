import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { isBubblewrapHere } from "../helpers/bubblewrap-here.ts";
import { openGitRepository } from "../helpers/git-repository.ts";
import { writeConfig, writeLimitBug } from "../helpers/limit-project.ts";
import { runCli } from "../helpers/run-cli.ts";
import { plantHost } from "./planted-host.ts";

const canIsolate = await isBubblewrapHere();

it.skipIf(!canIsolate)(
  "a campaign on a project that does all it can lives on, promotes a fix, and says what happened",
  async () => {
    await using host = await plantHost();
    using repository = openGitRepository();
    writeLimitBug(repository);
    // It runs with each gate of the project, in the process that runs the tests.
    repository.write(
      "test/evil.test.js",
      `import { test } from "node:test";
import { execSync, spawn } from "node:child_process";
const sh = (command) => { try { return execSync(command, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], timeout: 5000 }); } catch (error) { return String(error.stdout); } };
const found = sh("cat ${host.home}/.npmrc ${host.home}/.ssh/id_ed25519 ${host.runnerTemp}/env /proc/*/environ");
console.log("\\n::set-output name=x::1\\r::stop-commands::x\\n##[error]" + found);
sh("mkdir -p .git/hooks; for n in post-checkout post-index-change; do printf '#!/bin/sh\\\\ntouch ${host.harmed}\\\\n' > .git/hooks/$n; chmod +x .git/hooks/$n; done; git config core.fsmonitor 'touch ${host.harmed}'");
sh("echo evil >> ${host.sentinel}; ln -s ${host.home} homelink; mkdir -p closed/in; chmod 0 closed");
spawn("setsid", ["sh", "-c", "exec sleep 300", "${host.mark}"], { detached: true, stdio: "ignore" }).unref();
test("::error title=evil::is \\u001b[31mquiet", () => {});
`,
    );
    repository.write(
      "floods.sh",
      'case "$1" in disk) seq -f ::error::%g 1 999; for i in 1 2 3 4 5 6 7 8; do head -c 30000000 /dev/zero > f$i; done; sleep 20;; memory) for i in 1 2 3 4 5 6; do /usr/bin/python3 -c "import time; a = b\'x\' * (90 << 20); time.sleep(20)" & done; wait;; esac\n',
    );
    writeConfig(
      repository,
      `gates:
  - { name: unit, kind: tests, command: "node --test --test-reporter=tap", format: tap, runner: node-test }
  - { name: disk, kind: command, command: "sh floods.sh disk", required: false }
  - { name: memory, kind: command, command: "sh floods.sh memory", required: false }
sandbox: { isolation: required, memoryMb: 400, diskMb: 100, processes: 100 }
stop: { maxCycles: 2 }
`,
    );
    repository.commit();
    // Where secrets are, as in Actions, not even the base's own code runs outside of the walls.
    const env = { ...host.environment, GITHUB_ACTIONS: "true" };
    const before = repository.fingerprint();
    const night = await runCli(["run", "--repo", repository.dir, "--seed", "1"], { env });
    const report = await runCli(["report", "--repo", repository.dir]);
    expect(night.stderr).toContain("src/limit.js");
    expect(report.stdout).toContain("1 promoted");
    expect(report.stdout).toMatch(/disk: wrote \d+ MiB of 100 MiB \(sandbox\.diskMb\)/);
    expect(report.stdout).toMatch(/memory: \d+ MiB of 400 MiB \(sandbox\.memoryMb\)/);
    // What the disk's gate printed is long, and kept whole: harmless there, since it is a file.
    const [kept = ""] = /output\/[^`]*-disk-1\.out/.exec(report.stdout) ?? [];
    const campaigns = join(repository.dir, ".git/nightshift/campaigns");
    const [campaign = ""] = readdirSync(campaigns);
    expect(readFileSync(join(campaigns, campaign, kept), "utf8")).toMatch(
      /^::error::1\n[\s\S]*::error::999\n/,
    );
    for (const text of [night.stdout, night.stderr, report.stdout]) {
      expect(text).not.toContain(host.canary);
      expect(text).not.toMatch(/^\s*::|##\[|\r/m);
      expect(text).not.toContain("\u001b");
    }
    expect(repository.fingerprint()).toBe(before);
    expect(host.findHarm()).toEqual([]);
  },
  240_000,
);
