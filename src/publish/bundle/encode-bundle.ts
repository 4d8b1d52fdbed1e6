import {
  type BundlePart,
  type BundlePromotion,
  type BundleSuggestion,
  type Changeset,
  type Manifest,
  manifestSchema,
} from "../../domain/bundle.ts";
import type { BundleFiles } from "./bundle.ts";
import { computeCid } from "./compute-cid.ts";
import { MANIFEST_NAME, namePatch, nameSuggestion } from "./name-files.ts";
import { renderChangeset, renderManifest } from "./render-canonical.ts";

/** A bundle before its parts have ids: the manifest's facts, with contents in place of parts. */
export type BundleContent = Omit<
  Manifest,
  "master" | "promotions" | "suggestions" | "journal" | "lessons" | "report"
> & {
  readonly master: Omit<Manifest["master"], "changeset"> & { readonly changeset: Changeset | null };
  readonly promotions: readonly (Omit<BundlePromotion, "changeset" | "patch"> & {
    readonly changeset: Changeset;
    readonly patch: string;
  })[];
  readonly suggestions: readonly (Omit<BundleSuggestion, "patch"> & { readonly patch: string })[];
  /** Lines of the journal. */
  readonly journal: string;
  /** Lines as in the files of memory. */
  readonly lessons: string;
  /** Markdown. */
  readonly report: string;
};

/** A bundle as it is written. */
export type EncodedBundle = { readonly id: string; readonly manifest: Manifest; readonly files: BundleFiles };

/**
 * The files of a bundle: the same content gives the same bytes, and so the same id. Throws a ZodError for content beyond
 * the schema's limits. Pure.
 */
export function encodeBundle(content: BundleContent): EncodedBundle {
  const files = new Map<string, Uint8Array>();
  const add = (text: string): BundlePart => {
    const bytes = Buffer.from(text, "utf8");
    const cid = computeCid(bytes);
    files.set(`parts/${cid}`, bytes);
    return { cid, sizeBytes: bytes.length };
  };
  const { master } = content;
  const manifest = manifestSchema.parse({
    ...content,
    master: {
      ...master,
      changeset: master.changeset === null ? null : add(renderChangeset(master.changeset)),
    },
    promotions: content.promotions.map((promotion, at) => {
      files.set(namePatch(at, promotion.cycle), Buffer.from(promotion.patch, "utf8"));
      return {
        ...promotion,
        changeset: add(renderChangeset(promotion.changeset)),
        patch: add(promotion.patch),
      };
    }),
    suggestions: content.suggestions.map((suggestion) => {
      files.set(nameSuggestion(suggestion.cycle), Buffer.from(suggestion.patch, "utf8"));
      return { ...suggestion, patch: add(suggestion.patch) };
    }),
    journal: add(content.journal),
    lessons: add(content.lessons),
    report: add(content.report),
  } satisfies Manifest);
  const bytes = Buffer.from(renderManifest(manifest), "utf8");
  const sorted = [...files].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { id: computeCid(bytes), manifest, files: new Map([[MANIFEST_NAME, bytes], ...sorted]) };
}
