import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { isCampaignName } from "./campaign-name.ts";

/** What Nightshift made beneath a state root, all absolute. */
export type StateFiles = {
  /** Files, and folders that go with all that is in them. */
  readonly paths: readonly string[];
  /** Folders that may hold something of somebody else's, and go only when they are empty: inner ones first. */
  readonly holders: readonly string[];
};

type IsOurs = (name: string) => boolean;

const temporary = String.raw`(\.[0-9a-f-]{36}\.tmp)?`;
const matches =
  (pattern: string): IsOurs =>
  (name) =>
    new RegExp(`^${pattern}$`).test(name);

const folders: Readonly<Record<string, IsOurs>> = {
  campaigns: isCampaignName,
  reports: (name) => isCampaignName(name.replace(/\.md(\.[0-9a-f-]{36}\.tmp)?$/, "")),
  sandboxes: (name) => isCampaignName(name) || name === ".trash",
  dependencies: matches(String.raw`(setup-)?[0-9a-f]{64}(\.\d+\.new)?`),
};

const rootFiles: readonly IsOurs[] = [
  matches(`status\\.json${temporary}`),
  matches(`memory\\.sqlite(-journal|-wal|-shm)?${temporary}`),
];

/**
 * Lists what Nightshift made beneath a state root, by the names that it gives, so that a root which holds other files
 * too loses none of them. A folder that is not there has none.
 */
export async function listStateFiles(root: string): Promise<StateFiles> {
  const paths: string[] = [];
  const holders: string[] = [];
  for (const [folder, isOurs] of Object.entries(folders)) {
    const place = path.join(root, folder);
    const names = await readNames(place);
    if (names !== null) holders.push(place);
    paths.push(...(names ?? []).filter(isOurs).map((name) => path.join(place, name)));
  }
  for (const name of (await readNames(root)) ?? []) {
    const place = path.join(root, name);
    if (rootFiles.some((isOurs) => isOurs(name)) && (await isWrittenHere(place))) paths.push(place);
  }
  return { paths, holders: [...holders, root] };
}

/** A file called status.json is a campaign's when it says so; others may use the name. */
async function isWrittenHere(place: string): Promise<boolean> {
  if (path.basename(place) !== "status.json") return true;
  const text = await readFile(place, "utf8").catch(() => "");
  return isCampaignName(/"campaign": "([^"]*)"/.exec(text)?.[1] ?? "");
}

/** Null where there is no such folder. */
async function readNames(folder: string): Promise<readonly string[] | null> {
  try {
    return (await readdir(folder)).toSorted();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw error;
  }
}
