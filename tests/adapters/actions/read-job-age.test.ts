import { execFile } from "node:child_process";
import { chmodSync, copyFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { readJobAge } from "../../../src/adapters/actions/read-job-age.ts";
import { repositoryRoot } from "../../helpers/config-project.ts";
import { openScratchFolder } from "../../helpers/scratch-folder.ts";

it.runIf(process.platform === "linux")("tells the age of the runner's process above this one", async () => {
  using folder = openScratchFolder();
  // The name of a process is that of its program.
  const worker = join(folder.path, "Runner.Worker");
  copyFileSync("/bin/sh", worker);
  chmodSync(worker, 0o755);
  const file = join(repositoryRoot, "src/adapters/actions/read-job-age.ts");
  const script = `import(${JSON.stringify(file)}).then(({ readJobAge }) => console.log(readJobAge()))`;
  const { stdout } = await promisify(execFile)(worker, [
    "-c",
    '"$0" -e "$1"; true',
    process.execPath,
    script,
  ]);
  expect(Number(stdout)).toBeGreaterThanOrEqual(0);
  expect(Number(stdout)).toBeLessThan(60_000);
});

it("does not know it where there is no such process", () => {
  expect(readJobAge()).toBeNull();
  expect(readJobAge(2 ** 22 + 1)).toBeNull();
});
