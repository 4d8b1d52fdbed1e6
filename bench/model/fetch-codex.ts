import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { execa } from "execa";

const VERSION = "0.169.0";
const TIMEOUT_MS = 280_000;

/** What Nightshift is measured against: its program, or why it cannot be had. */
export type Codex =
  | { readonly status: "fetched"; readonly version: string; readonly program: string }
  | { readonly status: "unavailable"; readonly reason: string };

/** `@openai/codex` from the npm registry; the next time it comes from a cache in the temporary folder. */
export async function fetchCodex(): Promise<Codex> {
  const cached = path.join(tmpdir(), "nightshift-bench-cache", `codex-${VERSION}`);
  const program = path.join(cached, "node_modules", ".bin", "codex");
  if (!existsSync(program)) {
    mkdirSync(path.dirname(cached), { recursive: true });
    const fresh = mkdtempSync(`${cached}-`);
    writeFileSync(path.join(fresh, "package.json"), '{ "private": true }\n');
    const args = ["install", `@openai/codex@${VERSION}`, "--no-audit", "--no-fund", "--loglevel=error"];
    const { failed, shortMessage } = await execa("npm", args, {
      cwd: fresh,
      timeout: TIMEOUT_MS,
      reject: false,
    });
    if (failed) {
      rmSync(fresh, { recursive: true });
      return { status: "unavailable", reason: `@openai/codex@${VERSION} cannot be had: ${shortMessage}` };
    }
    renameSync(fresh, cached);
  }
  return { status: "fetched", version: VERSION, program };
}
