import type { BundlePart, Manifest } from "../../../src/domain/bundle.ts";
import type { PublishSource } from "../../../src/publish/accept-bundle.ts";
import type { BundleFiles } from "../../../src/publish/bundle/bundle.ts";
import { computeCid } from "../../../src/publish/bundle/compute-cid.ts";
import { zipBundle } from "../../../src/publish/bundle/zip-bundle.ts";
import type { Stage } from "./stage.ts";

/** JSON as the writers have it. */
export const renderJson = (value: unknown): string => `${JSON.stringify(value)}\n`;

/**
 * Files, zipped, with a verdict that is of exactly these files: whoever forges a bundle is taken to have got one. So it
 * is the bundle itself that has to be seen through.
 */
export function deliver(
  { verdict }: Pick<Stage, "verdict">,
  { files, zip }: { readonly files: BundleFiles; readonly zip?: Buffer },
): PublishSource {
  const bundle = computeCid(files.get("manifest.json") ?? new Uint8Array());
  const bytes = Buffer.from(renderJson({ ...verdict, bundle }));
  return {
    bundle: { zip: zip ?? Buffer.from(zipBundle(files)) },
    ...{ verdict: bytes, verdictCid: computeCid(bytes) },
  };
}

/** The honest bundle with a verdict of other bytes, told by the trusted origin all the same. */
export function deliverVerdict({ honest }: Pick<Stage, "honest">, text: string | Uint8Array): PublishSource {
  const verdict = Buffer.from(text);
  return { bundle: honest.bundle, verdict, verdictCid: computeCid(verdict) };
}

/** The files with another manifest. */
export function withManifest(
  { files, manifest }: Pick<Stage, "files" | "manifest">,
  change: (manifest: Manifest) => unknown,
  render: (value: unknown) => string | Uint8Array = renderJson,
): BundleFiles {
  const bytes = Buffer.from(render(change(structuredClone(manifest))));
  return new Map([...files, ["manifest.json", bytes]]);
}

/** A part of a bundle, by what it is. */
export type PartName = "journal" | "lessons" | "report" | "changeset" | "patch";

/** The files with another part, listed by its true size and content id. Of promotions it is the first one's. */
export function withPart(
  { files, manifest }: Pick<Stage, "files" | "manifest">,
  name: PartName,
  content: string | Uint8Array,
): BundleFiles {
  const bytes = Buffer.from(content);
  const listed: BundlePart = { cid: computeCid(bytes), sizeBytes: bytes.length };
  const forged = structuredClone(manifest);
  const [promotion] = forged.promotions;
  if (promotion === undefined) throw new Error("a bundle without promotions has no such part");
  const next = new Map(files);
  if (name === "changeset" || name === "patch") {
    next.delete(`parts/${promotion[name].cid}`);
    promotion[name] = listed;
  } else {
    // Other parts may have the same content.
    next.delete(`parts/${forged[name].cid}`);
    forged[name] = listed;
  }
  if (name === "patch") next.set(`patches/0001-cycle-${promotion.cycle}.patch`, bytes);
  return next.set(`parts/${listed.cid}`, bytes).set("manifest.json", Buffer.from(renderJson(forged)));
}

/** The text of a part. */
export function textOf({ files, manifest }: Pick<Stage, "files" | "manifest">, name: PartName): string {
  const part = name === "changeset" || name === "patch" ? manifest.promotions[0]?.[name] : manifest[name];
  return Buffer.from(files.get(`parts/${part?.cid}`) ?? []).toString("utf8");
}

/** The files with a first promotion of these changed files, each as its JSON is to be. */
export function withChanges(
  stage: Pick<Stage, "files" | "manifest">,
  changes: readonly unknown[],
): BundleFiles {
  return withPart(stage, "changeset", renderJson({ version: 1, files: changes }));
}

/** A file that a changeset writes, in the order of the schema's keys. */
export function writeOf(path: string, changes: object = {}) {
  return { change: "write", path, mode: "100644", encoding: "utf8", content: "x\n", ...changes };
}
