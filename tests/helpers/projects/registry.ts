import { npmWorkspace } from "./npm-workspace.ts";
import type { ProjectFixture } from "./project-fixture.ts";
import { pytestProject } from "./pytest-project.ts";
import { vitestProject } from "./vitest-project.ts";

/** Every kind of project that campaigns are tried on. */
export const projectFixtures: readonly ProjectFixture[] = [vitestProject, npmWorkspace, pytestProject];
