// Compiles src/ and cli/ to lib/, from an empty folder, so that nothing stale is published.
import { spawnSync } from "node:child_process";
import { chmodSync, rmSync } from "node:fs";
import path from "node:path";

const root = path.join(import.meta.dirname, "..");
rmSync(path.join(root, "lib"), { recursive: true, force: true });
const tsc = path.join(root, "node_modules", ".bin", "tsc");
const { status } = spawnSync(tsc, ["--project", "tsconfig.build.json"], { cwd: root, stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);
chmodSync(path.join(root, "lib", "cli", "main.js"), 0o755);
