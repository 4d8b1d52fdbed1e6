import { type Changeset, changesetSchema } from "../../domain/bundle.ts";
import { type BundleRefusal, quote, refuseBundle } from "./bundle-refusal.ts";
import { findChangesetFault } from "./find-changeset-fault.ts";
import { renderChangeset } from "./render-canonical.ts";

/** A changeset, or why it is none. */
export type ParsedChangeset = { readonly status: "parsed"; readonly changeset: Changeset } | BundleRefusal;

/** Reads a changeset as hostile data: the schema, the one way of writing it, and `findChangesetFault`. */
export async function parseChangeset(text: string): Promise<ParsedChangeset> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuseBundle("changeset", "A changeset is not JSON.");
  }
  const parsed = changesetSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue === undefined ? "" : `: ${quote(`${issue.path.join(".")}: ${issue.message}`)}`;
    return refuseBundle("changeset", `A changeset is not as the schema says${where}.`);
  }
  if (renderChangeset(parsed.data) !== text)
    return refuseBundle("changeset", "A changeset is written in another way than Nightshift writes it.");
  return (await findChangesetFault(parsed.data)) ?? { status: "parsed", changeset: parsed.data };
}
