import { archiveFamilies } from "./families/archives.ts";
import { changesetFamilies } from "./families/changesets.ts";
import { circumstanceFamilies } from "./families/circumstances.ts";
import { falseTreeFamilies } from "./families/false-trees.ts";
import { manifestFamilies } from "./families/manifests.ts";
import { partFamilies } from "./families/parts.ts";
import { runFamilies } from "./families/runs.ts";
import { verdictFamilies } from "./families/verdicts.ts";
import type { HostileFamily } from "./hostile-family.ts";

/** What the bundle's reader has to see through. */
const readerFamilies: readonly HostileFamily[] = [
  ...archiveFamilies,
  ...manifestFamilies,
  ...partFamilies,
  ...changesetFamilies,
];

/** What is well made, and shows where it is held against its verdict, its origin and the repository. */
const bindingFamilies: readonly HostileFamily[] = [
  ...verdictFamilies,
  ...circumstanceFamilies,
  ...falseTreeFamilies,
  ...runFamilies,
];

/**
 * Every way to bring something to publishing that nobody has verified, with how often each is tried in `npm test`: the
 * reader has tests of its own, for each rule.
 */
export const hostileFamilies: readonly { readonly family: HostileFamily; readonly times: number }[] = [
  ...readerFamilies.map((family) => ({ family, times: 1 })),
  ...bindingFamilies.map((family) => ({ family, times: 5 })),
];
