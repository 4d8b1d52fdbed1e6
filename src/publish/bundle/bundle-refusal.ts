/** What a bundle was refused by. Paths in it are judged by policy's own rules, under their ids. */
export type BundleRule =
  /** The zip itself: not one, cut off, encrypted, zip64, several disks, overlaps, bytes that belong to no entry. */
  | "archive"
  /** A name that the manifest does not give, or a name twice. */
  | "entry-name"
  /** A link, a folder or a device where a file has to be. */
  | "entry-kind"
  | "entry-count"
  | "size"
  | "ratio"
  | "manifest"
  | "version"
  | "part-missing"
  | "content-id"
  | "changeset"
  | "encoding"
  | "path-order"
  | "path-conflict"
  | "tree-chain"
  | "patch"
  | "journal"
  | "lessons"
  | "report"
  /** The bundle is well made and not the one that is expected. */
  | "other-bundle"
  | "other-repository"
  | "other-base"
  | "other-branch"
  | "other-campaign"
  | "other-config"
  | "unsafe"
  | "isolation"
  | `policy:${string}`;

/** Why a bundle is not taken. */
export type BundleRefusal = {
  readonly status: "refused";
  readonly rule: BundleRule;
  /** One sentence for people; values from the bundle are in it as JSON, and short. */
  readonly reason: string;
};

/** A refusal. Pure. */
export function refuseBundle(rule: BundleRule, reason: string): BundleRefusal {
  return { status: "refused", rule, reason };
}

/** A value from a bundle as a refusal shows it. Pure. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}…` : text);
}
