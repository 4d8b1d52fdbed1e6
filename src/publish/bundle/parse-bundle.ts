import { setImmediate } from "node:timers/promises";
import { decodeStrictly } from "../../adapters/git-text.ts";
import type { BundlePart, Changeset, Manifest } from "../../domain/bundle.ts";
import type { Bundle, BundleFiles } from "./bundle.ts";
import { type BundleRefusal, quote, refuseBundle } from "./bundle-refusal.ts";
import { MAX_CHANGED_FILES } from "./check-sizes.ts";
import { computeCid } from "./compute-cid.ts";
import { findPatchFault } from "./find-patch-fault.ts";
import { MANIFEST_NAME, nameFiles, namePart } from "./name-files.ts";
import { parseChangeset } from "./parse-changeset.ts";
import { parseJournalText } from "./parse-journal-text.ts";
import { parseLessons } from "./parse-lessons.ts";
import { parseManifest } from "./parse-manifest.ts";

/** A bundle that is well formed, or the first thing that is wrong with it. */
export type ReadBundle = { readonly status: "read"; readonly bundle: Bundle } | BundleRefusal;

/**
 * Makes a bundle of files that are within the limits: the manifest first, then that the files are those that it lists,
 * by name, size and content id, then what is in them.
 */
export async function parseBundle(files: BundleFiles): Promise<ReadBundle> {
  const manifestBytes = files.get(MANIFEST_NAME);
  if (manifestBytes === undefined) return refuseBundle("part-missing", `It has no ${MANIFEST_NAME}.`);
  const parsed = parseManifest(manifestBytes);
  if (parsed.status === "refused") return parsed;
  const { manifest } = parsed;
  const texts = readParts(manifest, files);
  if ("status" in texts) return texts;
  const textOf = ({ cid }: BundlePart): string => texts.get(cid) ?? "";
  const changesets = await parseChangesets(manifest, textOf);
  if ("status" in changesets) return changesets;
  const journal = parseJournalText(textOf(manifest.journal), manifest.campaign);
  if (journal.status === "refused") return journal;
  const lessons = parseLessons(textOf(manifest.lessons), manifest.campaign);
  if (lessons.status === "refused") return lessons;
  return {
    status: "read",
    bundle: {
      id: computeCid(manifestBytes),
      manifest,
      ...changesets,
      journal: journal.entries,
      lessons: lessons.lessons,
      report: textOf(manifest.report),
      files,
    },
  };
}

/** Texts by content id. All parts are text. */
function readParts(manifest: Manifest, files: BundleFiles): ReadonlyMap<string, string> | BundleRefusal {
  const listed = nameFiles(manifest);
  const names = new Set([MANIFEST_NAME, ...listed.map(({ name }) => name)]);
  const stranger = [...files.keys()].find((name) => !names.has(name));
  if (stranger !== undefined) return refuseBundle("entry-name", `${quote(stranger)} is not in the manifest.`);
  const texts = new Map<string, string>();
  const ids = new Map([...files].map(([name, bytes]) => [name, computeCid(bytes)]));
  for (const { name, part } of listed) {
    const bytes = files.get(name);
    if (bytes === undefined) return refuseBundle("part-missing", `${name} is in the manifest and not there.`);
    if (bytes.length !== part.sizeBytes)
      return refuseBundle(
        "size",
        `${name} has ${bytes.length} bytes, not the ${part.sizeBytes} of the manifest.`,
      );
    if (ids.get(name) !== part.cid)
      return refuseBundle("content-id", `The content of ${name} is not what the manifest lists.`);
    if (name !== namePart(part)) continue;
    const text = decodeStrictly(bytes);
    if (text === null) return refuseBundle("encoding", `${name} is not UTF-8 text.`);
    texts.set(part.cid, text);
  }
  return texts;
}

async function parseChangesets(
  manifest: Manifest,
  textOf: (part: BundlePart) => string,
): Promise<Pick<Bundle, "master" | "promotions"> | BundleRefusal> {
  let master: Changeset | null = null;
  if (manifest.master.changeset !== null) {
    const parsed = await parseChangeset(textOf(manifest.master.changeset));
    if (parsed.status === "refused") return parsed;
    master = parsed.changeset;
  }
  const promotions: Bundle["promotions"][number][] = [];
  let count = master?.files.length ?? 0;
  for (const facts of manifest.promotions) {
    // Looking at paths takes time: others have their turn in between, and the sum of it has a bound.
    await setImmediate();
    const parsed = await parseChangeset(textOf(facts.changeset));
    if (parsed.status === "refused") return parsed;
    const { changeset } = parsed;
    count += changeset.files.length;
    if (count > MAX_CHANGED_FILES)
      return refuseBundle("entry-count", `It changes more than ${MAX_CHANGED_FILES} files.`);
    const patch = textOf(facts.patch);
    const fault = findPatchFault(patch, changeset);
    if (fault !== null) return fault;
    promotions.push({ facts, changeset, patch });
  }
  return { master, promotions };
}
