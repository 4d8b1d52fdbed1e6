import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderJournalLine } from "../../../src/adapters/journal-line.ts";
import { bundleLimits, type Changeset } from "../../../src/domain/bundle.ts";
import type { BundleFiles } from "../../../src/publish/bundle/bundle.ts";
import { type BundleContent, encodeBundle } from "../../../src/publish/bundle/encode-bundle.ts";
import { type BundleSource, readBundle } from "../../../src/publish/bundle/read-bundle.ts";
import { writeBundle } from "../../../src/publish/bundle/write-bundle.ts";
import { zipBundle } from "../../../src/publish/bundle/zip-bundle.ts";
import { entriesOf, prepared, started } from "../../helpers/campaign-script.ts";
import { corpusSeed, isFullCorpus } from "../../helpers/corpus.ts";
import { craftZip } from "../../helpers/craft-zip.ts";
import {
  forgeManifest,
  forgePart,
  sampleChangeset,
  sampleContent,
  samplePatch,
  samplePromotion,
} from "../../helpers/sample-bundle.ts";
import { sampleAvoided } from "../../helpers/sample-lessons.ts";
import { openScratchFolder } from "../../helpers/scratch-folder.ts";

/** "read", or the rule that refused it. */
async function outcomeOf(source: BundleSource | BundleFiles): Promise<string> {
  const outcome = await readBundle(source instanceof Map ? zipOf(source) : (source as BundleSource));
  return outcome.status === "read" ? "read" : outcome.rule;
}

function zipOf(files: BundleFiles): BundleSource {
  return { zip: Buffer.from(zipBundle(files)) };
}

const two = sampleContent({
  promotions: [
    samplePromotion(),
    samplePromotion({
      ...{ cycle: 4, parentTree: "2".repeat(40), tree: "3".repeat(40) },
      changeset: sampleChangeset("src/total.js"),
    }),
  ],
});

const suggestion = {
  ...{ cycle: 2, title: "adds", subject: "fix: x", origin: "comparison", files: ["src/cart.js"] },
  ...{ confidence: { value: 0.3, reason: "4 groups" }, patch: "diff --git a/src/cart.js b/src/cart.js\n" },
};

describe("suggestions of a bundle", () => {
  it("come back with their patch, under a name that people can read", async () => {
    const { files } = encodeBundle({ ...two, suggestions: [suggestion] });
    expect([...files.keys()]).toContain("patches/suggestion-cycle-2.patch");
    expect(await outcomeOf(files)).toBe("read");
    const without = new Map([...files].filter(([name]) => !name.startsWith("patches/suggestion")));
    expect(await outcomeOf(without)).toBe("part-missing");
  });

  it.each([
    ["of a cycle that has promoted", [{ ...suggestion, cycle: 4 }]],
    ["of one cycle twice", [suggestion, suggestion]],
    ["out of order", [{ ...suggestion, cycle: 3 }, suggestion]],
    ["surer than sure", [{ ...suggestion, confidence: { value: 1.5, reason: "" } }]],
    ["that says more than it may", [{ ...suggestion, isVerified: true }]],
  ])("are refused when they are %s", async (_name, suggestions) => {
    const { files } = encodeBundle({ ...two, suggestions: [suggestion] });
    const patch = encodeBundle({ ...two, suggestions: [suggestion] }).manifest.suggestions[0]?.patch;
    const forged = forgeManifest({ ...two, suggestions: [suggestion] }, (manifest) => ({
      ...manifest,
      suggestions: suggestions.map((each) => ({ ...each, patch })),
    }));
    expect(await outcomeOf(new Map([...files, ...forged]))).toBe("manifest");
  });
});

describe("a bundle", () => {
  it("comes back from a zip and from a folder as it was", async () => {
    using folder = openScratchFolder();
    const lesson = sampleAvoided();
    const encoded = encodeBundle({ ...two, lessons: `${JSON.stringify(lesson)}\n` });
    await writeBundle(join(folder.path, "bundle"), encoded.files);
    for (const source of [zipOf(encoded.files), { folder: join(folder.path, "bundle") }]) {
      const outcome = await readBundle(source);
      expect(outcome).toMatchObject({ status: "read" });
      if (outcome.status !== "read") continue;
      const { id, manifest, promotions, lessons, journal, report } = outcome.bundle;
      expect({ id, manifest }).toEqual({ id: encoded.id, manifest: encoded.manifest });
      expect(promotions.map(({ facts }) => facts.cycle)).toEqual([1, 4]);
      expect(promotions[0]?.changeset).toEqual(sampleChangeset());
      expect(promotions[0]?.patch).toBe(samplePatch(sampleChangeset()));
      expect(lessons).toEqual([lesson]);
      expect(journal[0]?.event.type).toBe("campaign-started");
      expect(report).toBe("# Report\n");
    }
  });

  it("is the same bytes for the same content, and another id for another", () => {
    const [first, second] = [encodeBundle(two), encodeBundle(structuredClone(two))];
    expect(second.id).toBe(first.id);
    expect(Buffer.from(zipBundle(second.files))).toEqual(Buffer.from(zipBundle(first.files)));
    expect(encodeBundle({ ...two, goal: "faster" }).id).not.toBe(first.id);
  });

  it("is read from a zip as streams write it, which is how artifacts are uploaded", async () => {
    const encoded = encodeBundle(two);
    const entries = [...encoded.files].map(([name, bytes]) => ({ name, bytes, flags: 0x808 }));
    const folders = ["parts/", "patches/"].map((name) => ({ name, method: 0, attributes: 0x10 }));
    const outcome = await readBundle({ zip: craftZip([...folders, ...entries]) });
    expect(outcome).toMatchObject({ status: "read", bundle: { id: encoded.id } });
  });

  it("that promoted nothing is a bundle", async () => {
    expect(await outcomeOf(encodeBundle(sampleContent({ promotions: [] })).files)).toBe("read");
  });

  it("holds master's changeset where master differs from the base", async () => {
    const master = {
      previous: "a".repeat(40),
      tree: "9".repeat(40),
      changeset: sampleChangeset("a.js"),
      carried: [],
    };
    const content = sampleContent({ master, promotions: [samplePromotion({ parentTree: "9".repeat(40) })] });
    const outcome = await readBundle(zipOf(encodeBundle(content).files));
    expect(outcome).toMatchObject({ status: "read", bundle: { master: sampleChangeset("a.js") } });
  });
});

describe("a folder is refused", () => {
  it.each<[string, string, (folder: string) => void]>([
    ["with a file that is not listed", "entry-name", (folder) => writeFileSync(join(folder, "parts/x"), "")],
    ["with another folder", "entry-name", (folder) => mkdirSync(join(folder, ".git"))],
    ["with a folder in parts", "entry-kind", (folder) => mkdirSync(join(folder, `parts/b${"a".repeat(58)}`))],
    ["without its manifest", "part-missing", (folder) => rmSync(join(folder, "manifest.json"))],
    [
      "with a manifest that is too large",
      "size",
      (folder) => truncateSync(join(folder, "manifest.json"), bundleLimits.manifestBytes + 1),
    ],
    [
      "whose parts are a link",
      "entry-name",
      (folder) => {
        rmSync(join(folder, "parts"), { recursive: true });
        symlinkSync("/etc", join(folder, "parts"));
      },
    ],
    [
      "whose manifest is a link",
      "entry-kind",
      (folder) => {
        rmSync(join(folder, "manifest.json"));
        symlinkSync("/etc/hostname", join(folder, "manifest.json"));
      },
    ],
    [
      "whose manifest is a pipe that nobody writes",
      "entry-kind",
      (folder) => {
        rmSync(join(folder, "manifest.json"));
        execFileSync("sh", ["-c", 'mkfifo "$0"', join(folder, "manifest.json")]);
      },
    ],
  ])("%s", async (_title, rule, spoil) => {
    using folder = openScratchFolder();
    await writeBundle(folder.path, encodeBundle(two).files);
    spoil(folder.path);
    expect(await outcomeOf({ folder: folder.path })).toBe(rule);
  });
});

describe("a manifest is refused", () => {
  const spaced = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;
  const twice = (value: unknown) => `{"version":1,${JSON.stringify(value).slice(1)}\n`;
  it.each<[string, string, BundleFiles]>([
    ["of another version", "version", forgeManifest(two, (manifest) => ({ ...manifest, version: 2 }))],
    ["of none", "version", forgeManifest(two, () => [])],
    [
      "that is no JSON",
      "manifest",
      forgeManifest(
        two,
        () => 0,
        () => "{",
      ),
    ],
    ["that is no text", "manifest", new Map([["manifest.json", Buffer.from([0xff])]])],
    ["with blanks", "manifest", forgeManifest(two, (manifest) => manifest, spaced)],
    ["with a key twice", "manifest", forgeManifest(two, (manifest) => manifest, twice)],
    [
      "with something behind it",
      "manifest",
      forgeManifest(
        two,
        (manifest) => manifest,
        (value) => `${JSON.stringify(value)}\n\n`,
      ),
    ],
    [
      "with a key that nobody knows",
      "manifest",
      forgeManifest(two, (manifest) => ({ ...manifest, more: 1 })),
    ],
    [
      "with a key in a note that nobody knows",
      "manifest",
      forgeManifest(two, (manifest) => withNote(manifest)),
    ],
    [
      "with a hash that is none",
      "manifest",
      forgeManifest(two, (manifest) => ({ ...manifest, base: "HEAD" })),
    ],
    [
      "with a campaign that is no part of a ref",
      "manifest",
      forgeManifest(two, (manifest) => ({ ...manifest, campaign: "../x" })),
    ],
    [
      "with more promotions than the limit",
      "manifest",
      forgeManifest(two, (manifest) => ({
        ...manifest,
        promotions: Array(201).fill(manifest.promotions[0]),
      })),
    ],
    [
      "with hashes of two kinds",
      "tree-chain",
      forgeManifest(two, (manifest) => ({ ...manifest, base: "b".repeat(64) })),
    ],
    [
      "with a promotion on another tree",
      "tree-chain",
      forgeManifest(two, (manifest) => ({ ...manifest, promotions: manifest.promotions.slice(1) })),
    ],
    [
      "with a cycle twice",
      "tree-chain",
      forgeManifest(two, (manifest) => ({
        ...manifest,
        promotions: manifest.promotions.map((each) => ({ ...each, cycle: 1 })),
      })),
    ],
    [
      "with a promotion of nothing",
      "tree-chain",
      forgeManifest(two, (manifest) => ({
        ...manifest,
        promotions: [{ ...manifest.promotions[0], tree: "1".repeat(40) }],
      })),
    ],
    [
      "whose master differs and has no changeset",
      "tree-chain",
      forgeManifest(two, (manifest) => ({ ...manifest, baseTree: "8".repeat(40) })),
    ],
  ])("%s", async (_title, rule, files) => {
    expect(await outcomeOf(files)).toBe(rule);
  });

  function withNote(manifest: { promotions: { notes: unknown[] }[] }): unknown {
    manifest.promotions[0]?.notes.push({
      rule: "size",
      file: "a",
      line: null,
      reason: "b",
      severity: "none",
    });
    return manifest;
  }
});

describe("a part is refused", () => {
  const line = (changes = {}) => `${JSON.stringify({ ...sampleAvoided(), ...changes })}\n`;
  const journal = (campaign: string) =>
    entriesOf({ ...started, campaign }, prepared).map((entry) => `${renderJournalLine(entry)}\n`);
  it.each<[string, string, () => BundleFiles]>([
    ["that is missing", "part-missing", () => without(/^parts\//)],
    ["that is missing under its name for people", "part-missing", () => without(/^patches\//)],
    [
      "that nobody listed",
      "entry-name",
      () => new Map([...encodeBundle(two).files, [`parts/b${"a".repeat(58)}`, Buffer.from("")]]),
    ],
    [
      "with another content of the same size",
      "content-id",
      () => replaced(/^parts\//, (bytes) => Buffer.alloc(bytes.length, "x")),
    ],
    [
      "with another size",
      "size",
      () => replaced(/^parts\//, (bytes) => Buffer.concat([bytes, Buffer.from("x")])),
    ],
    [
      "whose readable patch is another one",
      "content-id",
      () => replaced(/^patches\//, (bytes) => Buffer.alloc(bytes.length, "x")),
    ],
    ["that is no text", "encoding", () => forgePart(two, "report", Buffer.from([0xff]))],
    [
      "as lessons of another campaign",
      "lessons",
      () => forgePart(two, "lessons", Buffer.from(line({ campaign: "night-2" }))),
    ],
    [
      "as lessons of a person",
      "lessons",
      () => forgePart(two, "lessons", Buffer.from(line({ trust: "person" }))),
    ],
    [
      "as lessons that make forget",
      "lessons",
      () =>
        forgePart(
          two,
          "lessons",
          Buffer.from(`${JSON.stringify({ kind: "forgotten", id: "a", lesson: "b", at: "", by: "me" })}\n`),
        ),
    ],
    [
      "as lessons that are cut off",
      "lessons",
      () => forgePart(two, "lessons", Buffer.from(line().trimEnd())),
    ],
    ["as lessons that are none", "lessons", () => forgePart(two, "lessons", Buffer.from("{}\n"))],
    ["as an empty journal", "journal", () => forgePart(two, "journal", Buffer.from(""))],
    [
      "as a journal of another campaign",
      "journal",
      () => forgePart(two, "journal", Buffer.from(journal("night-2").join(""))),
    ],
    [
      "as a journal out of order",
      "journal",
      () => forgePart(two, "journal", Buffer.from(journal("night-1").toReversed().join(""))),
    ],
    [
      "as a journal with a changed line",
      "journal",
      () => forgePart(two, "journal", Buffer.from(journal("night-1").join("").replace("main", "evil"))),
    ],
    [
      "as a journal of a later version",
      "version",
      () => forgePart(two, "journal", Buffer.from('{"v":99}\n')),
    ],
    [
      "as a patch of other files",
      "patch",
      () => forgePart(two, "patch", Buffer.from(samplePatch(sampleChangeset("src/other.js")))),
    ],
    ["as a patch that is none", "patch", () => forgePart(two, "patch", Buffer.from("rm -rf\n"))],
    ["with more changed files than all changesets may have", "entry-count", () => manyFiles(2_000, 6)],
    [
      "as a changeset of more files than it may have",
      "changeset",
      () => forgeChangesetFiles(manyPaths(2_001)),
    ],
    ["as a changeset that is no JSON", "changeset", () => forgePart(two, "changeset", Buffer.from("{"))],
    [
      "as a changeset with blanks",
      "changeset",
      () => forgePart(two, "changeset", Buffer.from(JSON.stringify(sampleChangeset(), null, 1))),
    ],
    ["as a changeset with a link", "changeset", () => forgeChangeset({ mode: "120000" })],
    ["as a changeset with a submodule", "changeset", () => forgeChangeset({ mode: "160000" })],
    ["as a changeset with a mode that git has not", "changeset", () => forgeChangeset({ mode: "104755" })],
    ["as a changeset with half a character", "encoding", () => forgeChangeset({ content: "\ud800" })],
    [
      "as a changeset with base64 in another form",
      "encoding",
      () => forgeChangeset({ encoding: "base64", content: "/w" }),
    ],
    [
      "as a changeset with base64 that is none",
      "encoding",
      () => forgeChangeset({ encoding: "base64", content: "/w==!" }),
    ],
    [
      "as a changeset with text in base64",
      "encoding",
      () => forgeChangeset({ encoding: "base64", content: "YQ==" }),
    ],
  ])("%s", async (_title, rule, forge) => {
    expect(await outcomeOf(forge())).toBe(rule);
  });

  function without(pattern: RegExp): BundleFiles {
    const [name] = [...encodeBundle(two).files.keys()].filter((each) => pattern.test(each));
    return new Map([...encodeBundle(two).files].filter(([each]) => each !== name));
  }

  function replaced(pattern: RegExp, change: (bytes: Uint8Array) => Uint8Array): BundleFiles {
    const found = [...encodeBundle(two).files].find(([each]) => pattern.test(each));
    return new Map([...encodeBundle(two).files, [found?.[0] ?? "", change(found?.[1] ?? new Uint8Array())]]);
  }
});

function manyPaths(count: number): Changeset["files"] {
  return Array.from({ length: count }, (_, at) => ({ change: "delete", path: `src/f${10_000 + at}.js` }));
}

/** Promotions that delete the same many files. */
function manyFiles(files: number, promotions: number): BundleFiles {
  const changeset: Changeset = { version: 1, files: manyPaths(files) };
  const tree = (at: number) => String(at).repeat(40);
  const all = Array.from({ length: promotions }, (_, at) =>
    samplePromotion({ cycle: at + 1, parentTree: tree(at + 1), tree: tree(at + 2), changeset }),
  );
  return encodeBundle(sampleContent({ promotions: all })).files;
}

function forgeChangesetFiles(files: Changeset["files"]): BundleFiles {
  return forgePart(sampleContent(), "changeset", Buffer.from(`${JSON.stringify({ version: 1, files })}\n`));
}

function forgeChangeset(changes: object): BundleFiles {
  const [file] = sampleChangeset().files;
  const forged = { version: 1, files: [{ ...file, ...changes }] };
  return forgePart(sampleContent(), "changeset", Buffer.from(`${JSON.stringify(forged)}\n`));
}

describe("whatever is done to a zip, what is read is the bundle or nothing", () => {
  const encoded = encodeBundle(two);
  const zip = Buffer.from(zipBundle(encoded.files));
  const numRuns = isFullCorpus ? 3000 : 150;

  it("for changed, cut and doubled bytes", async () => {
    const change = fc.record({
      at: fc.nat(zip.length - 1),
      value: fc.nat(255),
      length: fc.nat(40),
      kind: fc.constantFrom("set", "cut", "insert", "repeat"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const outcome = await readBundle({ zip: changes.reduce(spoil, zip) });
        if (outcome.status === "read") expect(outcome.bundle.id).toBe(encoded.id);
      }),
      { numRuns, seed: corpusSeed },
    );
  });

  function spoil(
    bytes: Buffer,
    { at, value, length, kind }: { at: number; value: number; length: number; kind: string },
  ): Buffer {
    const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
    if (kind === "set") return Buffer.concat([before, Buffer.from([value]), after.subarray(1)]);
    if (kind === "cut") return Buffer.concat([before, after.subarray(length)]);
    const added = kind === "insert" ? Buffer.alloc(length, value) : after.subarray(0, length);
    return Buffer.concat([before, added, after]);
  }
});

describe("any content that the writer takes", () => {
  it("is read back as it was", async () => {
    const text = fc.string({ unit: "grapheme", maxLength: 200 });
    const name = fc.stringMatching(/^[a-z]{1,12}\.js$/);
    const write = fc.record({ name, text, isExecutable: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(write, { selector: ({ name: key }) => key, minLength: 1 }),
        text,
        async (files, goal) => {
          const changeset: Changeset = {
            version: 1,
            files: files
              .toSorted((a, b) => (a.name < b.name ? -1 : 1))
              .map(({ name: path, text: content, isExecutable }) => ({
                ...{ change: "write", path: `src/${path}`, encoding: "utf8", content },
                mode: isExecutable ? "100755" : "100644",
              })),
          };
          const content: BundleContent = sampleContent({
            goal,
            promotions: [samplePromotion({ changeset })],
          });
          const outcome = await readBundle(zipOf(encodeBundle(content).files));
          const isProtected = outcome.status === "refused" && outcome.rule === "policy:protected-path";
          if (isProtected) return;
          expect(outcome).toMatchObject({ status: "read", bundle: { manifest: { goal } } });
          if (outcome.status === "read") expect(outcome.bundle.promotions[0]?.changeset).toEqual(changeset);
        },
      ),
      { numRuns: isFullCorpus ? 500 : 30, seed: corpusSeed },
    );
  });
});
