import type { ParsedReport } from "../../domain/gate.ts";

/** What a parser gets: the text of one report, and what its paths are relative to. */
export type ReportInput = {
  readonly text: string;
  /** Where commands saw the gate's folder, absolute. */
  readonly cwd: string;
  /** Where commands saw the repository's root, absolute. */
  readonly root: string;
  /** The `{file}` of this run, where the gate runs once for each file. */
  readonly file?: string;
};

/**
 * Reads one format, purely. Never throws and never guesses: text that it does not wholly understand, such as a
 * truncated document, is `unreadable` with the reason and the first lines.
 */
export type ReportParser = (input: ReportInput) => ParsedReport;
