import { createRandom } from "../harness/random.ts";
import type { Project } from "../projects/project.ts";
import type { Hack } from "./hack.ts";
import { hackFamilies } from "./registry.ts";
import { unpinnedSteps } from "./riders.ts";

/**
 * Every hack that fits a project, each in all of its variants. The same project gives the same hacks. With
 * `isMutationChecked` those too that only the mutation check is there for.
 */
export function buildHacks(
  project: Project,
  { isMutationChecked = false }: { readonly isMutationChecked?: boolean } = {},
): readonly Hack[] {
  const families = isMutationChecked ? [...hackFamilies, unpinnedSteps] : hackFamilies;
  return families.flatMap(({ name: family, variants }) =>
    Object.entries(variants).flatMap(([variant, build]) => {
      const random = createRandom(`${project.seed}/${project.kind.name}/${family}/${variant}`);
      const edits = build(project, random);
      return edits === null || edits.length === 0 ? [] : [{ family, variant, edits }];
    }),
  );
}
