import type { PolicyRule } from "./policy-rule.ts";
import { protectedPath } from "./protected/protected-path.ts";
import { forbidden } from "./scope/forbidden.ts";
import { newDependency } from "./scope/new-dependency.ts";
import { newExport } from "./scope/new-export.ts";
import { newFile } from "./scope/new-file.ts";
import { removedExport } from "./scope/removed-export.ts";
import { knownSecret } from "./secrets/known-secret.ts";
import { secret } from "./secrets/secret.ts";
import { baseState } from "./shape/base-state.ts";
import { disguisedName } from "./shape/disguised-name.ts";
import { fileMode } from "./shape/file-mode.ts";
import { gitFolder } from "./shape/git-folder.ts";
import { hiddenCharacters } from "./shape/hidden-characters.ts";
import { hiddenLines } from "./shape/hidden-lines.ts";
import { lookalikeName } from "./shape/lookalike-name.ts";
import { nameCollision } from "./shape/name-collision.ts";
import { pathCharacters } from "./shape/path-characters.ts";
import { pathLength } from "./shape/path-length.ts";
import { relativePath } from "./shape/relative-path.ts";
import { size } from "./shape/size.ts";
import { text } from "./shape/text.ts";
import { windowsName } from "./shape/windows-name.ts";
import { alwaysEqual } from "./smells/always-equal.ts";
import { ambientState } from "./smells/ambient-state.ts";
import { callCounting } from "./smells/call-counting.ts";
import { copiedExpectations } from "./smells/copied-expectations.ts";
import { dynamicCode } from "./smells/dynamic-code.ts";
import { fileTampering } from "./smells/file-tampering.ts";
import { hashedAnswers } from "./smells/hashed-answers.ts";
import { network } from "./smells/network.ts";
import { outputForging } from "./smells/output-forging.ts";
import { processExit } from "./smells/process-exit.ts";
import { prototypePatch } from "./smells/prototype-patch.ts";
import { readsTests } from "./smells/reads-tests.ts";
import { removedLogging } from "./smells/removed-logging.ts";
import { shellExecution } from "./smells/shell-execution.ts";
import { spelledExamples } from "./smells/spelled-examples.ts";
import { stackInspection } from "./smells/stack-inspection.ts";
import { swallowedError } from "./smells/swallowed-error.ts";
import { testDetection } from "./smells/test-detection.ts";
import { testFrameworkImport } from "./smells/test-framework-import.ts";
import { unreadableCode } from "./smells/unreadable-code.ts";
import { suppressionRise } from "./suppressions/suppression-rise.ts";
import { inSourceTests } from "./tests/in-source-tests.ts";
import { testData } from "./tests/test-data.ts";
import { testDeleted } from "./tests/test-deleted.ts";
import { testSetup } from "./tests/test-setup.ts";
import { testSkipped } from "./tests/test-skipped.ts";
import { testTolerance } from "./tests/test-tolerance.ts";
import { testUnreadable } from "./tests/test-unreadable.ts";
import { testWeakened } from "./tests/test-weakened.ts";

/** Every rule on the diff, in the order in which denials are shown. */
export const policyRules: readonly PolicyRule[] = [
  relativePath,
  pathCharacters,
  pathLength,
  gitFolder,
  windowsName,
  nameCollision,
  fileMode,
  baseState,
  size,
  text,
  hiddenCharacters,
  hiddenLines,
  disguisedName,
  lookalikeName,
  protectedPath,
  newFile,
  newExport,
  removedExport,
  newDependency,
  forbidden,
  testDeleted,
  testWeakened,
  testSkipped,
  testTolerance,
  testData,
  testSetup,
  testUnreadable,
  inSourceTests,
  suppressionRise,
  knownSecret,
  dynamicCode,
  network,
  processExit,
  shellExecution,
  stackInspection,
  testFrameworkImport,
  alwaysEqual,
  fileTampering,
  outputForging,
  prototypePatch,
  readsTests,
  removedLogging,
  swallowedError,
  testDetection,
  unreadableCode,
  copiedExpectations,
  spelledExamples,
  hashedAnswers,
  callCounting,
  ambientState,
  secret,
];
