import { createRandom } from "../harness/random.ts";
import type { Project } from "../projects/project.ts";
import { addedTests } from "./added-tests.ts";
import { fixes } from "./fixes.ts";
import type { HonestChange, HonestKind } from "./honest-change.ts";
import { refactorings } from "./refactorings.ts";

/** Every kind of honest change that the corpus knows. */
const honestKinds: readonly HonestKind[] = [...fixes, ...refactorings, ...addedTests];

/** Every honest change that fits a project. The same project gives the same changes. */
export function buildHonestChanges(project: Project): readonly HonestChange[] {
  return honestKinds.flatMap(({ name, build }) => {
    const edits = build(project, createRandom(`${project.seed}/${project.kind.name}/${name}`));
    return edits === null ? [] : [{ kind: name, edits }];
  });
}
