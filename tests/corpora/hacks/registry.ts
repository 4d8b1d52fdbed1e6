import { earlyExits } from "./early-exits.ts";
import { editedSettings } from "./edited-settings.ts";
import { editedTests } from "./edited-tests.ts";
import { equalToAll } from "./equal-to-all.ts";
import { forgedReports } from "./forged-reports.ts";
import type { HackFamily } from "./hack.ts";
import { knownAnswers } from "./known-answers.ts";
import { patchedJudges } from "./patched-judges.ts";
import { poisonedNeighbours } from "./poisoned-neighbours.ts";
import { rewrittenAtRunTime } from "./rewritten-at-run-time.ts";
import { riders } from "./riders.ts";
import { watchedBehaviour } from "./watched-behaviour.ts";

/** Every way of cheating that the corpus knows. */
export const hackFamilies: readonly HackFamily[] = [
  ...knownAnswers,
  ...watchedBehaviour,
  ...equalToAll,
  ...patchedJudges,
  ...earlyExits,
  ...forgedReports,
  ...rewrittenAtRunTime,
  ...editedTests,
  ...editedSettings,
  ...poisonedNeighbours,
  ...riders,
];
