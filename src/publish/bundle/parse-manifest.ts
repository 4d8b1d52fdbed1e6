import { decodeStrictly } from "../../adapters/git-text.ts";
import { BUNDLE_VERSION, type Manifest, manifestSchema } from "../../domain/bundle.ts";
import { type BundleRefusal, quote, refuseBundle } from "./bundle-refusal.ts";
import { renderManifest } from "./render-canonical.ts";

/**
 * Half a surrogate pair. JSON can escape one, and the one way of writing escapes nothing else so; a backslash of the text
 * itself is there twice.
 */
const halfCharacter = /(?<!\\)(?:\\\\)*\\ud[89a-f]/;

/** A manifest, or why it is none. */
export type ParsedManifest = { readonly status: "parsed"; readonly manifest: Manifest } | BundleRefusal;

/**
 * Reads `manifest.json`: strict UTF-8, a version that is known, the schema, and written in the one way that there is.
 * Then that it fits itself: cycles in order, each promotion on the tree before it, master's changeset where master
 * differs, one outcome for each cycle. Pure.
 */
export function parseManifest(bytes: Uint8Array): ParsedManifest {
  const text = decodeStrictly(bytes);
  if (text === null) return refuseBundle("manifest", "The manifest is not UTF-8 text.");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuseBundle("manifest", "The manifest is not JSON.");
  }
  const version =
    typeof value === "object" && value !== null && "version" in value ? value.version : undefined;
  if (version !== BUNDLE_VERSION) {
    const told = quote(String(JSON.stringify(version) ?? "none"));
    return refuseBundle(
      "version",
      `The manifest's version is ${told}; ${BUNDLE_VERSION} is the one known here.`,
    );
  }
  const parsed = manifestSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue === undefined ? "" : `: ${quote(`${issue.path.join(".")}: ${issue.message}`)}`;
    return refuseBundle("manifest", `The manifest is not as the schema says${where}.`);
  }
  if (renderManifest(parsed.data) !== text)
    return refuseBundle("manifest", "The manifest is written in another way than Nightshift writes it.");
  if (halfCharacter.test(text))
    return refuseBundle("manifest", "The manifest holds half a character, which is no text.");
  return (
    findChainFault(parsed.data) ?? findCycleFault(parsed.data) ?? { status: "parsed", manifest: parsed.data }
  );
}

/** A cycle has one outcome. */
function findCycleFault({ promotions, suggestions }: Manifest): BundleRefusal | null {
  const promoted = new Set(promotions.map(({ cycle }) => cycle));
  for (const [at, { cycle }] of suggestions.entries())
    if (promoted.has(cycle) || cycle <= (suggestions[at - 1]?.cycle ?? -1))
      return refuseBundle("manifest", `The suggestion of cycle ${cycle} is out of its place.`);
  return null;
}

function findChainFault({ base, baseTree, master, promotions }: Manifest): BundleRefusal | null {
  const trees = [baseTree, master.tree, ...promotions.flatMap(({ parentTree, tree }) => [parentTree, tree])];
  if (trees.some(({ length }) => length !== base.length))
    return refuseBundle("tree-chain", "Its hashes are of two kinds.");
  if ((master.changeset === null) !== (master.tree === baseTree))
    return refuseBundle("tree-chain", "Master's changeset and master's tree contradict each other.");
  for (const [at, { cycle, parentTree, tree }] of promotions.entries()) {
    const before = promotions[at - 1];
    if (before !== undefined && before.cycle >= cycle)
      return refuseBundle("tree-chain", `Cycle ${cycle} does not come after cycle ${before.cycle}.`);
    if (parentTree !== (before?.tree ?? master.tree) || tree === parentTree)
      return refuseBundle("tree-chain", `The promotion of cycle ${cycle} is not on the tree before it.`);
  }
  return null;
}
