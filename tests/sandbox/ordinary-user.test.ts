import { chmodSync, chownSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { createProcessRunner } from "../../src/adapters/process-runner.ts";
import { isBubblewrapHere } from "../helpers/bubblewrap-here.ts";

const user = 61_000;
const canIsolate = await isBubblewrapHere();
const isRoot = process.getuid?.() === 0;
if (!isRoot)
  console.warn("skipped: only root can become another user; all other tests run as an ordinary one");

it.skipIf(!canIsolate || !isRoot)(
  "isolates, limits and resets for an ordinary user as for root",
  async (context) => {
    const home = mkdtempSync(join(tmpdir(), "nightshift-user-"));
    chownSync(home, user, user);
    const asUser = (...argv: readonly string[]) =>
      createProcessRunner().run({
        argv: ["setpriv", `--reuid=${user}`, `--regid=${user}`, "--clear-groups", "--", ...argv],
        cwd: home,
        env: { PATH: "/usr/local/bin:/usr/bin:/bin", HOME: home, TMPDIR: home, API_TOKEN: "t0ken" },
        timeoutMs: 60_000,
      });
    try {
      const script = fileURLToPath(new URL("../helpers/try-sandbox.ts", import.meta.url));
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
      const result = await asUser(process.execPath, script);
      expect(result.stderr).toBe("");
      const found = JSON.parse(result.stdout);
      expect(found.seen).toContain(`${user}\n`);
      expect(found.seen).toMatch(/CapEff:\s+0+\n/);
      expect(found.seen).not.toContain("t0ken");
      expect(found.forked).not.toContain("all");
      expect(found.after).toBe("./a.txt\n./src/b.txt\none\ntwo\n");
      expect(found.applied).toBe("three!\n");
    } finally {
      chmodSync(home, 0o755);
      rmSync(home, { recursive: true, force: true });
    }
  },
);
