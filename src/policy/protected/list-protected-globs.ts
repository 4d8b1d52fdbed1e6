import { posix } from "node:path";
import type { Config } from "../../config/schema.ts";

/**
 * The globs that a configuration protects besides the built-in ones: `policy.protected`, what golden gates compare
 * with, and the reports that gates read. Relative to the repository's root. Pure.
 */
export function listProtectedGlobs({ policy, gates }: Pick<Config, "policy" | "gates">): readonly string[] {
  const ofGates = gates.flatMap(({ cwd, golden, report }) => {
    const places = golden === undefined ? [] : [golden.stdout, golden.expected, golden.actual];
    const inProjects = places.flatMap((place) =>
      place === undefined || golden === undefined ? [] : [posix.join(cwd, golden.projects, place)],
    );
    const ofReport = report === undefined || report.includes("{") ? [] : [posix.join(cwd, report)];
    return [...inProjects, ...ofReport];
  });
  return [...policy.protected, ...ofGates.flatMap((place) => [place, `${place}/**`])];
}
