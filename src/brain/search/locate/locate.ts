import type { SourceParser } from "../../../syntax/parse-source.ts";
import type { BrainTask } from "../../brain.ts";
import type { SearchDeps } from "../search-deps.ts";
import type { WarmSession } from "../warm/warm-session.ts";
import { findCoverageEvidence } from "./coverage-evidence.ts";
import { findFindingEvidence } from "./finding-evidence.ts";
import { findImportEvidence } from "./import-evidence.ts";
import { findStackEvidence } from "./stack-evidence.ts";
import { mergeSuspicion, type Suspicion } from "./suspicion.ts";
import { findTextEvidence } from "./text-evidence.ts";

/** Suspicion of every editable file when nothing else points anywhere. */
const UNKNOWN = 0.1;

/**
 * Where the bug may be. Findings name their line. A failure is located by the lines that failing tests go through and
 * passing ones do not, where they can be traced; else by the failure's stack, by what the failing test imports, and by the
 * words that it shares with functions.
 */
export async function locate(
  task: BrainTask,
  deps: SearchDeps & {
    readonly parser: SourceParser;
    /** Names that the failing test says. */
    readonly mentioned: ReadonlySet<string>;
    readonly session: Pick<WarmSession, "trace"> | null;
  },
): Promise<Suspicion> {
  const { item, editableFiles, sandbox } = task;
  const findings = findFindingEvidence(item, editableFiles);
  if (item.kind === "lint") return findings;
  if (item.kind === "type-error") {
    const imports = await followImports(task);
    return mergeSuspicion([
      { suspicion: findings, weight: 1 },
      { suspicion: imports, weight: 0.2 },
    ]);
  }
  const stack = findStackEvidence(item, sandbox.mountPath, editableFiles);
  const coverage = leaveOutBuilders(await findCoverageEvidence(task, deps, deps.session), task);
  if (coverage.size > 0) {
    return mergeSuspicion([
      { suspicion: coverage, weight: 0.7 },
      { suspicion: stack, weight: 0.3 },
    ]);
  }
  const imports = leaveOutBuilders(await followImports(task), task);
  const guessed = imports.size > 0 ? imports : suspectAll(editableFiles);
  const files = [...guessed.keys()];
  const texts = await findTextEvidence(
    { files, mentioned: deps.mentioned },
    { parser: deps.parser, sandbox },
  );
  return mergeSuspicion([
    { suspicion: guessed, weight: 1 },
    { suspicion: texts, weight: 0.4 },
    { suspicion: stack, weight: 0.6 },
  ]);
}

/** From the failing test, and from the files that the evidence names. */
async function followImports(task: BrainTask): Promise<Suspicion> {
  const { item, trackedFiles, editableFiles, sandbox } = task;
  const named = item.evidence.flatMap(({ at }) => (at === undefined ? [] : [at.file]));
  const starts = [...new Set([...item.files, ...named])];
  const tracked = new Set(trackedFiles);
  const testFiles = starts.flatMap((start) =>
    tracked.has(start) ? [start] : trackedFiles.filter((path) => path.startsWith(`${start}/`)),
  );
  return findImportEvidence({ testFiles, trackedFiles, editableFiles }, sandbox);
}

/** What builds the program runs with every test, or may be all that does where tests load what was built. */
function leaveOutBuilders(suspicion: Suspicion, { gate }: Pick<BrainTask, "gate">): Suspicion {
  return new Map([...suspicion].filter(([path]) => !gate.before.some((command) => command.includes(path))));
}

function suspectAll(editableFiles: readonly string[]): Suspicion {
  return new Map(editableFiles.map((path) => [path, { lines: new Map(), rest: UNKNOWN }]));
}
