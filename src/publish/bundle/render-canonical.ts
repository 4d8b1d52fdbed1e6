import { type Changeset, changesetSchema, type Manifest, manifestSchema } from "../../domain/bundle.ts";

/**
 * The one way in which a manifest is written: the schema's order of keys, no blanks but for the last newline. What
 * reads back as the same and is written otherwise (a key twice, a blank, a number in another form) is no manifest.
 * Throws a ZodError for what the schema does not allow. Pure.
 */
export function renderManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifestSchema.parse(manifest))}\n`;
}

/** The same of a changeset. Pure. */
export function renderChangeset(changeset: Changeset): string {
  return `${JSON.stringify(changesetSchema.parse(changeset))}\n`;
}
