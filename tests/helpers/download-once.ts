import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { digest } from "../../src/domain/digest.ts";

/** What a test needs from elsewhere: there, or the reason why the test is skipped. */
export type Fetched =
  | { readonly status: "fetched" }
  | { readonly status: "unavailable"; readonly reason: string };

/**
 * Puts what `download` makes for `key` into `folder`. It is made once: the next time it comes from a cache in the
 * temporary folder, and needs no network. `download` fills an empty folder and returns why it could not, or null.
 */
export function downloadOnce(
  key: unknown,
  folder: string,
  download: (into: string) => string | null,
): Fetched {
  const cached = path.join(tmpdir(), "nightshift-test-cache", digest(JSON.stringify(key)).slice(0, 16));
  if (!existsSync(cached)) {
    mkdirSync(path.dirname(cached), { recursive: true });
    const fresh = mkdtempSync(`${cached}-`);
    try {
      const reason = download(fresh);
      if (reason !== null) return { status: "unavailable", reason };
      moveIntoPlace(fresh, cached);
    } finally {
      rmSync(fresh, { recursive: true, force: true });
    }
  }
  // Links in node_modules/.bin are relative, and have to stay so.
  cpSync(cached, folder, { recursive: true, verbatimSymlinks: true });
  return { status: "fetched" };
}

function moveIntoPlace(fresh: string, cached: string): void {
  try {
    renameSync(fresh, cached);
  } catch (error) {
    // Another test run was quicker with the same content.
    if (!existsSync(cached)) throw error;
  }
}
