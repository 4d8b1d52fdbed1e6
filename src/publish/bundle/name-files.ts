import type { BundlePart, Manifest } from "../../domain/bundle.ts";

/** Name of the file that lists all others. */
export const MANIFEST_NAME = "manifest.json";

/**
 * Every file that a manifest lists, with its name: each part under its content id, and each patch once more under a name
 * that people can read, in the order in which they are applied. A bundle holds these and `manifest.json`, and nothing
 * else; a name is here twice where two parts have the same content. Pure.
 */
export function nameFiles(
  manifest: Manifest,
): readonly { readonly name: string; readonly part: BundlePart }[] {
  const { master, promotions, suggestions, journal, lessons, report } = manifest;
  const parts = [
    ...(master.changeset === null ? [] : [master.changeset]),
    ...promotions.flatMap(({ changeset, patch }) => [changeset, patch]),
    ...suggestions.map(({ patch }) => patch),
    journal,
    lessons,
    report,
  ];
  return [
    ...parts.map((part) => ({ name: namePart(part), part })),
    ...promotions.map(({ cycle, patch }, at) => ({ name: namePatch(at, cycle), part: patch })),
    ...suggestions.map(({ cycle, patch }) => ({ name: nameSuggestion(cycle), part: patch })),
  ];
}

/** `parts/<cid>`. Pure. */
export function namePart({ cid }: Pick<BundlePart, "cid">): string {
  return `parts/${cid}`;
}

/** `patches/0001-cycle-3.patch` for the first promotion, of cycle 3. Pure. */
export function namePatch(at: number, cycle: number): string {
  return `patches/${String(at + 1).padStart(4, "0")}-cycle-${cycle}.patch`;
}

/** `patches/suggestion-cycle-3.patch`. Pure. */
export function nameSuggestion(cycle: number): string {
  return `patches/suggestion-cycle-${cycle}.patch`;
}
