import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { createProcessRunner } from "../../src/adapters/process-runner.ts";
import { isBubblewrapHere } from "../helpers/bubblewrap-here.ts";

const user = 61_001;
const canIsolate = await isBubblewrapHere();
const isRoot = process.getuid?.() === 0;
if (!isRoot)
  console.warn("skipped: only root can become another user; all other probes run as an ordinary one");

it.skipIf(!canIsolate || !isRoot)(
  "no probe gets out of a sandbox of an ordinary user, in a namespace of its own",
  async (context) => {
    const home = mkdtempSync(join(tmpdir(), "nightshift-user-"));
    chownSync(home, user, user);
    const asUser = (...argv: readonly string[]) =>
      createProcessRunner().run({
        argv: ["setpriv", `--reuid=${user}`, `--regid=${user}`, "--clear-groups", "--", ...argv],
        cwd: home,
        env: { PATH: process.env.PATH ?? "", HOME: home, TMPDIR: home },
        timeoutMs: 240_000,
      });
    try {
      const script = fileURLToPath(new URL("try-escapes.ts", import.meta.url));
      const probe = await asUser(
        "bwrap",
        "--unshare-user",
        "--ro-bind",
        "/",
        "/",
        process.execPath,
        "--check",
        script,
      );
      if (probe.exitCode !== 0) {
        console.warn(`skipped: another user cannot do this here: ${probe.stderr.trim().split("\n")[0]}`);
        return context.skip();
      }
      const { stdout, stderr } = await asUser(process.execPath, script);
      expect(stdout, stderr).toMatch(/^\{/);
      const { count, out } = JSON.parse(stdout);
      expect(out).toEqual([]);
      expect(count).toBeGreaterThanOrEqual(process.arch === "x64" ? 100 : 80);
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  },
  300_000,
);
