import type { BundlePromotion, Changeset, Manifest } from "../../domain/bundle.ts";
import type { JournalEntry } from "../../domain/events.ts";
import type { Lesson } from "../../domain/lesson.ts";

/** Files of a bundle by name: `manifest.json`, `parts/<cid>`, `patches/0001-cycle-3.patch`. */
export type BundleFiles = ReadonlyMap<string, Uint8Array>;

/** A bundle as it was written or read: well formed in itself, and for that no more to be believed. */
export type Bundle = {
  /** The CID of `manifest.json`. */
  readonly id: string;
  readonly manifest: Manifest;
  /** How master, before the first promotion, differs from the base; null where it does not. */
  readonly master: Changeset | null;
  /** In the order in which they are applied, each with what it changes in the tree before it. */
  readonly promotions: readonly {
    readonly facts: BundlePromotion;
    readonly changeset: Changeset;
    /** For people. Nothing is ever built from it. */
    readonly patch: string;
  }[];
  readonly journal: readonly JournalEntry[];
  readonly lessons: readonly Lesson[];
  /** Markdown. */
  readonly report: string;
  readonly files: BundleFiles;
};
