import type { IsInstalled, Requirement } from "./project.ts";

/** The first requirement that is not met, or null. */
export async function findMissing(
  requirements: readonly Requirement[],
  isInstalled: IsInstalled,
): Promise<Requirement | null> {
  for (const requirement of requirements) {
    if (!(await isInstalled(requirement))) return requirement;
  }
  return null;
}
