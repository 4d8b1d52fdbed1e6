// Runs the live test, which asks a real model and costs money. Without a key it is skipped, and says so.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { readLiveSettings } from "../tests/live/live-settings.ts";

const root = path.join(import.meta.dirname, "..");
const settings = readLiveSettings(process.env);
if (settings.status === "skipped") {
  console.log(`Skipped:\n  tests/live/campaign.test.ts: ${settings.reason}\n0 passed, 0 failed, 1 skipped`);
  process.exit(0);
}
console.log(`live: ${settings.args.join(" ")}`);
const bin = path.join(root, "node_modules", ".bin");
const { status } = spawnSync(path.join(bin, "node"), ["scripts/run-tests.ts", "tests/live/campaign"], {
  cwd: root,
  stdio: "inherit",
  env: {
    ...process.env,
    PATH: `${bin}${path.delimiter}${process.env.PATH ?? ""}`,
    NIGHTSHIFT_LIVE: "1",
  },
});
process.exit(status ?? 1);
