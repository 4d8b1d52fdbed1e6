import { collisionFamilies } from "./families/collisions.ts";
import { contentFamilies } from "./families/contents.ts";
import { gitFamilies } from "./families/git-names.ts";
import { modeFamilies } from "./families/modes.ts";
import { pathFamilies } from "./families/paths.ts";
import { windowsFamilies } from "./families/windows-names.ts";
import type { HostileFamily } from "./hostile-family.ts";

/** Every way to make a hostile change that the shape rules have to see. */
export const hostileFamilies: readonly HostileFamily[] = [
  ...pathFamilies,
  ...gitFamilies,
  ...windowsFamilies,
  ...collisionFamilies,
  ...modeFamilies,
  ...contentFamilies,
];
