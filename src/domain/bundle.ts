import { z } from "zod";
import { denialSchema } from "./denial.ts";

/** The version of a bundle's files. One with another version is refused, never guessed at. */
export const BUNDLE_VERSION = 1;

/** Bounds of a bundle; what goes beyond is refused before it is read further. */
export const bundleLimits = {
  promotions: 200,
  /** Files of one changeset. */
  files: 2_000,
  /** Parts in a bundle. */
  parts: 1_000,
  partBytes: 16 * 1024 * 1024,
  /** All parts together, unpacked. */
  totalBytes: 128 * 1024 * 1024,
  manifestBytes: 4 * 1024 * 1024,
  /** Unpacked to packed. */
  ratio: 200,
} as const;

const gitHash = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
const cid = z.string().regex(/^b[a-z2-7]{58}$/);
const count = z.int().nonnegative();

/** A file of the bundle, by its content. */
export const bundlePart = z.strictObject({ cid, sizeBytes: count });

const line = z.string().max(2_000);

const confidence = z.strictObject({ value: z.number().min(0).max(1), reason: line });

/** What every gate let through and the brain was not sure enough of. Nobody verifies it, and nothing publishes it. */
const bundleSuggestion = z.strictObject({
  cycle: count,
  /** Of the work item. */
  title: line,
  subject: line,
  origin: line,
  confidence,
  files: z.array(line).max(100),
  patch: bundlePart,
});

/** One promotion as the campaign tells it. None of it is evidence: verify measures again. */
const bundlePromotion = z.strictObject({
  cycle: count,
  item: z.strictObject({
    id: z.string().max(200),
    kind: z.string().max(50),
    gate: z.string().max(200),
    title: line,
    files: z.array(line).max(100),
    signature: line,
  }),
  subject: line,
  /** Operator or model. */
  origin: line,
  method: z.string().max(50),
  attempts: count,
  candidates: count,
  costUsd: z.number().nonnegative(),
  tokens: count,
  /** Null where nothing was reckoned. */
  confidence: confidence.nullable(),
  /** What was red before and is green after, as the campaign saw it. */
  evidence: z.array(z.strictObject({ gate: line, before: line, after: line })).max(100),
  /** What was tried on the item and refused, and why. */
  refused: z.array(z.strictObject({ summary: line, rule: line, reason: line })).max(100),
  notes: z.array(denialSchema).max(100),
  /** Tree of master before it, and with it. */
  parentTree: gitHash,
  tree: gitHash,
  changeset: bundlePart,
  patch: bundlePart,
  isUnsafe: z.boolean(),
});

/** `manifest.json`: what a campaign promoted, and every part of the bundle by its content. */
export const manifestSchema = z.strictObject({
  version: z.literal(BUNDLE_VERSION),
  campaign: z.string().regex(/^[0-9a-z-]{1,80}$/),
  /** `owner/name` on GitHub; "" elsewhere. */
  repository: z.string().max(200),
  sacred: z.string().max(250),
  /** Commit of sacred that the campaign started from, and its tree. */
  base: gitHash,
  baseTree: gitHash,
  /** SHA-256 of the configuration file at the base, in hex; of nothing where there is none. */
  configDigest: z.string().regex(/^[0-9a-f]{64}$/),
  /** Master as the campaign began: what it was before, its tree, and how that differs from the base's. */
  master: z.strictObject({
    previous: gitHash.nullable(),
    tree: gitHash,
    changeset: bundlePart.nullable(),
    carried: z.array(z.strictObject({ commit: gitHash, subject: line })).max(200),
  }),
  isolation: z.enum(["bubblewrap", "none"]),
  isUnsafe: z.boolean(),
  nightshift: z.string().max(50),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  stopReason: z.string().max(50),
  stopDetail: line,
  goal: line,
  costUsd: z.number().nonnegative(),
  tokens: count,
  /** In the order in which they are applied. */
  promotions: z.array(bundlePromotion).max(bundleLimits.promotions),
  /** In the order of their cycles. */
  suggestions: z.array(bundleSuggestion).max(bundleLimits.promotions),
  /** Of other files: the journal, the lessons, the report. */
  journal: bundlePart,
  lessons: bundlePart,
  report: bundlePart,
});

/** What a campaign promoted, as data. */
export type Manifest = z.infer<typeof manifestSchema>;
/** One promotion in it. */
export type BundlePromotion = Manifest["promotions"][number];
/** One suggestion in it. */
export type BundleSuggestion = Manifest["suggestions"][number];
/** A file of the bundle, by its content: a CIDv1 (sha2-256, raw, base32) and its size. */
export type BundlePart = z.infer<typeof bundlePart>;

/** How a promotion's tree differs from the one before. */
export const changesetSchema = z.strictObject({
  version: z.literal(BUNDLE_VERSION),
  files: z
    .array(
      z.discriminatedUnion("change", [
        z.strictObject({
          change: z.literal("write"),
          path: z.string().min(1).max(1_000),
          mode: z.enum(["100644", "100755"]),
          encoding: z.enum(["utf8", "base64"]),
          content: z.string(),
        }),
        z.strictObject({ change: z.literal("delete"), path: z.string().min(1).max(1_000) }),
      ]),
    )
    .max(bundleLimits.files),
});
/** (path, mode, content or deletion) for every file that a promotion changes. */
export type Changeset = z.infer<typeof changesetSchema>;
