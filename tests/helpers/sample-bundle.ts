import { renderJournalLine } from "../../src/adapters/journal-line.ts";
import type { Changeset, Manifest } from "../../src/domain/bundle.ts";
import type { BundleFiles } from "../../src/publish/bundle/bundle.ts";
import { computeCid } from "../../src/publish/bundle/compute-cid.ts";
import { type BundleContent, encodeBundle } from "../../src/publish/bundle/encode-bundle.ts";
import { entriesOf, prepared, promotedCycle, started } from "./campaign-script.ts";

const treeOf = (digit: string): string => digit.repeat(40);

/** A changeset that writes one file. */
export function sampleChangeset(path = "src/cart.js", content = "a <= b\n"): Changeset {
  return { version: 1, files: [{ change: "write", path, mode: "100644", encoding: "utf8", content }] };
}

/** The patch of a changeset whose files are all new, as git writes it. */
export function samplePatch({ files }: Changeset): string {
  return files
    .map(({ path }) => `diff --git a/${path} b/${path}\nold mode 100644\nnew mode 100755\n`)
    .join("");
}

/** A promotion of one file, of cycle 1, from tree 1 to tree 2. */
export function samplePromotion(
  changes: Partial<BundleContent["promotions"][number]> = {},
): BundleContent["promotions"][number] {
  const changeset = changes.changeset ?? sampleChangeset();
  return {
    cycle: 1,
    item: {
      id: "item-1",
      kind: "failing-test",
      gate: "unit",
      title: "adds",
      files: ["test/cart.test.js"],
      signature: "expected N to equal N",
    },
    subject: "fix: compare with <= instead of <",
    origin: "comparison",
    method: "direct",
    attempts: 1,
    candidates: 7,
    costUsd: 0.25,
    tokens: 900,
    confidence: null,
    evidence: [{ gate: "unit", before: "failed: 1 failed", after: "green: fixes 1" }],
    refused: [{ summary: "delete the test", rule: "test-deleted", reason: "a test is gone" }],
    notes: [],
    parentTree: treeOf("1"),
    tree: treeOf("2"),
    isUnsafe: false,
    changeset,
    patch: samplePatch(changeset),
    ...changes,
  };
}

/** A campaign with one promotion, of `octo/cart`. */
export function sampleContent(changes: Partial<BundleContent> = {}): BundleContent {
  return {
    version: 1,
    campaign: "night-1",
    repository: "octo/cart",
    sacred: "main",
    base: "b".repeat(40),
    baseTree: treeOf("1"),
    configDigest: "c".repeat(64),
    master: { previous: null, tree: treeOf("1"), changeset: null, carried: [] },
    isolation: "bubblewrap",
    isUnsafe: false,
    nightshift: "0.1.0",
    startedAt: "2026-11-21T03:00:00.000Z",
    finishedAt: "2026-11-21T03:10:00.000Z",
    stopReason: "NO_WORK_FOUND",
    stopDetail: "nothing is left",
    goal: "",
    costUsd: 0.25,
    tokens: 900,
    promotions: [samplePromotion()],
    suggestions: [],
    journal: entriesOf(started, prepared, ...promotedCycle(1))
      .map((entry) => `${renderJournalLine(entry)}\n`)
      .join(""),
    lessons: "",
    report: "# Report\n",
    ...changes,
  };
}

/** Files of a bundle after a change of its manifest, as somebody would write it who forges one: all ids fit. */
export function forgeManifest(
  content: BundleContent,
  change: (manifest: Manifest) => unknown,
  render: (value: unknown) => string = (value) => `${JSON.stringify(value)}\n`,
): BundleFiles {
  const { manifest, files } = encodeBundle(content);
  return new Map([...files, ["manifest.json", Buffer.from(render(change(structuredClone(manifest))))]]);
}

/** Files of a bundle with a part of other bytes, listed as if they were right. */
export function forgePart(
  content: BundleContent,
  part: "journal" | "lessons" | "report" | "changeset" | "patch" | "master",
  bytes: Uint8Array,
): BundleFiles {
  const { manifest, files } = encodeBundle(content);
  const forged = structuredClone(manifest);
  const listed = { cid: computeCid(bytes), sizeBytes: bytes.length };
  const [promotion] = forged.promotions;
  const before =
    part === "changeset" || part === "patch"
      ? promotion?.[part]
      : part === "master"
        ? forged.master.changeset
        : forged[part];
  const next = new Map(files);
  next.delete(`parts/${before?.cid}`);
  if (part === "master") forged.master.changeset = listed;
  else if (part === "changeset" || part === "patch") {
    if (promotion !== undefined) promotion[part] = listed;
    if (part === "patch") next.set("patches/0001-cycle-1.patch", bytes);
  } else forged[part] = listed;
  next.set(`parts/${listed.cid}`, bytes);
  return next.set("manifest.json", Buffer.from(`${JSON.stringify(forged)}\n`));
}
