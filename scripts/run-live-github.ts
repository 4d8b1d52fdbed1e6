// Runs the live test of GitHub, which starts a campaign in a repository of yours and leaves draft pull requests there.
// Without a token and a repository it is skipped, and says so.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { readLiveGitHubSettings } from "../tests/live/live-github-settings.ts";

const root = path.join(import.meta.dirname, "..");
const settings = readLiveGitHubSettings(process.env);
if (settings.status === "skipped") {
  console.log(`Skipped:\n  tests/live/github.test.ts: ${settings.reason}\n0 passed, 0 failed, 1 skipped`);
  process.exit(0);
}
console.log(`live: ${settings.owner}/${settings.name}`);
const bin = path.join(root, "node_modules", ".bin");
const { status } = spawnSync(path.join(bin, "node"), ["scripts/run-tests.ts", "tests/live/github.test.ts"], {
  cwd: root,
  stdio: "inherit",
  env: {
    ...process.env,
    PATH: `${bin}${path.delimiter}${process.env.PATH ?? ""}`,
    NIGHTSHIFT_LIVE_GITHUB: "1",
  },
});
process.exit(status ?? 1);
