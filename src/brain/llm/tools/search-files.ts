import type { BrainTask } from "../../brain.ts";
import { searchPlainly } from "./search-plainly.ts";

const TIMEOUT_MS = 10_000;
/** Of paths in one command; systems take about four times that. */
const MAX_ARGUMENT_BYTES = 400_000;
const MAX_OUTPUT_BYTES = 512 * 1024;

/** One line that matches; it counts from 1. */
export type Match = { readonly path: string; readonly line: number; readonly text: string };

/** What a search is for, and where. */
export type FileSearch = {
  readonly pattern: string;
  /** Regular files, relative to the work tree. */
  readonly paths: readonly string[];
  readonly sandbox: Pick<BrainTask["sandbox"], "run" | "read">;
  readonly signal: AbortSignal;
  readonly maxMatches: number;
};

export type SearchOutcome =
  | {
      readonly status: "searched";
      readonly matches: readonly Match[];
      readonly isMore: boolean;
      /** What the model has to know of how its pattern was taken. */
      readonly note: string | null;
    }
  | { readonly status: "too-slow" };

type Engine = { readonly argv: readonly string[]; readonly isPlain: boolean };

const ripgrep = [
  "rg",
  "--no-config",
  "--no-heading",
  "--no-messages",
  "--color=never",
  "-nH",
  "-j1",
  "--null",
];
const grep = ["grep", "-nHIs", "--color=never", "--null"];

/** In the order in which they are tried, until one can do something with the pattern. */
const engines: readonly Engine[] = [
  { argv: [...ripgrep, "-e"], isPlain: false },
  { argv: [...grep, "-P", "-e"], isPlain: false },
  { argv: [...grep, "-E", "-e"], isPlain: false },
  { argv: [...ripgrep, "-F", "-e"], isPlain: true },
  { argv: [...grep, "-F", "-e"], isPlain: true },
];

const plainNote =
  "That is no regular expression that can be used here, so it was searched for as plain text.";

/**
 * Searches files inside the sandbox, since a model's pattern may take for ever: by ripgrep where it is there, or else by
 * grep; by a plain comparison where there is neither. All files are named, so nothing that is not tracked is ever read.
 */
export async function searchFiles(request: FileSearch): Promise<SearchOutcome> {
  for (const engine of engines) {
    const outcome = await searchBy(engine, request);
    if (outcome !== null) return outcome;
  }
  return { status: "searched", ...(await searchPlainly(request)), note: plainNote };
}

/** Null: the program is not there, or can make nothing of the pattern. */
async function searchBy(
  engine: Engine,
  { pattern, paths, sandbox, signal, maxMatches }: FileSearch,
): Promise<SearchOutcome | null> {
  const matches: Match[] = [];
  let leftMs = TIMEOUT_MS;
  for (const batch of splitPaths(paths)) {
    const run = await sandbox.run({
      command: [...engine.argv, pattern, "--", ...batch],
      ...{ timeoutMs: leftMs, maxOutputBytes: MAX_OUTPUT_BYTES, signal },
      env: { LC_ALL: "C.UTF-8" },
    });
    signal.throwIfAborted();
    leftMs = Math.max(1, Math.ceil(leftMs - run.durationMs));
    if (run.status === "timed-out" || run.status === "over-limit") return { status: "too-slow" };
    const found = parseMatches(run.stdout);
    // 1 is what both exit with where nothing matches; grep says then why, if it is no answer.
    const isAnswer = found.length > 0 || (run.exitCode === 1 && !/^grep: (?!warning)/m.test(run.stderr));
    if (!isAnswer && run.exitCode !== 0) return null;
    matches.push(...found);
    if (matches.length > maxMatches) break;
  }
  const note = engine.isPlain ? plainNote : null;
  const isMore = matches.length > maxMatches;
  return { status: "searched", matches: matches.slice(0, maxMatches), isMore, note };
}

/** Lines of `path NUL number : text`. What stands in other lines, such as notes on binary files, is no match. */
function parseMatches(output: string): readonly Match[] {
  return output.split("\n").flatMap((row) => {
    const [, path, line, text = ""] = /^([^\0]+)\0(\d+):(.*)$/s.exec(row) ?? [];
    return path === undefined ? [] : [{ path, line: Number(line), text }];
  });
}

function splitPaths(paths: readonly string[]): readonly (readonly string[])[] {
  const batches: string[][] = [];
  let sizeBytes = MAX_ARGUMENT_BYTES;
  // In a list of lines such a name would be two.
  for (const path of paths.filter((name) => !name.includes("\n"))) {
    sizeBytes += Buffer.byteLength(path) + 9;
    if (sizeBytes > MAX_ARGUMENT_BYTES) {
      batches.push([]);
      sizeBytes = 0;
    }
    batches.at(-1)?.push(path);
  }
  return batches;
}
