import { createHash } from "node:crypto";
import { chmod, mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import pLimit from "p-limit";
import { z } from "zod";
import type { Clock } from "../../ports.ts";
import { writeAtomically } from "../write-atomically.ts";

/** Bounds of the cache. */
export type CacheLimits = {
  /** An answer older than that is forgotten, milliseconds. */
  readonly ttlMs: number;
  readonly maxEntries: number;
  /** A larger answer is not kept. */
  readonly maxEntryBytes: number;
};

const entrySchema = z.strictObject({
  key: z.string(),
  etag: z.string().min(1).max(1_000),
  at: z.iso.datetime(),
  link: z.string(),
  data: z.json(),
});

/** An answer that may be used again when GitHub says that it still holds. */
export type CachedAnswer = Omit<z.infer<typeof entrySchema>, "key" | "at">;

/** Answers on disk, by request. What cannot be read or written is as if it were not there: a cache decides nothing. */
export interface EtagCache {
  get(key: string): Promise<CachedAnswer | null>;
  put(key: string, answer: CachedAnswer): Promise<void>;
}

/** Writes between two looks at the size of the folder. */
const sweepEvery = 100;

/**
 * A cache in a folder of its own, one file an answer, for the owner alone: it holds what the token may read. Answers
 * are never used unasked: each is confirmed by its ETag (RFC 9110, 8.8.3) first.
 */
export function createEtagCache(
  folder: string,
  { ttlMs, maxEntries, maxEntryBytes }: CacheLimits,
  { clock }: { readonly clock: Clock },
): EtagCache {
  let writes = 0;
  return {
    async get(key) {
      try {
        const path = nameFile(folder, key);
        if ((await stat(path)).size > maxEntryBytes * 2) return null;
        const entry = entrySchema.parse(JSON.parse(await readFile(path, "utf8")));
        const isFresh = Date.parse(clock.now()) - Date.parse(entry.at) < ttlMs;
        const { key: found, at: _at, ...answer } = entry;
        return found === key && isFresh ? answer : null;
      } catch {
        return null;
      }
    },
    async put(key, answer) {
      try {
        const text = JSON.stringify({ key, at: clock.now(), ...answer });
        if (Buffer.byteLength(text) > maxEntryBytes) return;
        if (writes === 0) {
          await mkdir(folder, { recursive: true, mode: 0o700 });
          await chmod(folder, 0o700);
        }
        await writeAtomically(nameFile(folder, key), text, { isFlushed: false });
        if (writes % sweepEvery === 0) await sweep(folder, maxEntries);
        writes += 1;
      } catch {
        // A full disk costs calls, not the work.
      }
    },
  };
}

function nameFile(folder: string, key: string): string {
  return join(folder, `${createHash("sha256").update(key).digest("hex")}.json`);
}

/** Takes the oldest away until nine tenths of what may be kept are left. */
async function sweep(folder: string, maxEntries: number): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /^[0-9a-f]{64}\.json/.test(name));
  if (names.length <= maxEntries) return;
  const limit = pLimit(8);
  const ages = await limit.map(names, async (name) => ({
    name,
    at: (await stat(join(folder, name))).mtimeMs,
  }));
  const old = ages
    .sort((one, other) => one.at - other.at)
    .slice(0, names.length - Math.floor(maxEntries * 0.9));
  await limit.map(old, ({ name }) => rm(join(folder, name), { force: true }));
}
