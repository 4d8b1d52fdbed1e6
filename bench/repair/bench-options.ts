import { parseArgs } from "node:util";
import { type Half, type RepairLanguage, repairLanguages } from "../../tests/corpora/repair/repair-bug.ts";

/** What `npm run bench:repair` is asked for. */
export type BenchOptions = {
  readonly language: RepairLanguage | null;
  readonly half: Half | "both";
  /** Most bugs that are run, drawn by the seed from all that were chosen; null: all. */
  readonly limit: number | null;
  readonly seed: number;
  /** Bugs whose id holds this text. */
  readonly only: string | null;
  /** File that every outcome is added to, one JSON object a line; bugs that it holds are not run again. */
  readonly json: string | null;
  /** Whether the figures go into docs/repair.md. */
  readonly isWriting: boolean;
  /** Bugs side by side. */
  readonly width: number;
  /** Bugs of the repository that a whole campaign is run on instead; null: none. */
  readonly campaign: number | null;
  /** Whether warm runners are measured against starting each runner anew instead. */
  readonly isThroughput: boolean;
};

const shortNames: Readonly<Record<string, RepairLanguage>> = {
  js: "javascript",
  ts: "typescript",
  py: "python",
};

/** Reads the command line; throws a sentence with the value that is wrong. */
export function parseBenchOptions(argv: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      language: { type: "string" },
      half: { type: "string", default: "dev" },
      limit: { type: "string" },
      seed: { type: "string", default: "1" },
      only: { type: "string" },
      json: { type: "string" },
      write: { type: "boolean", default: false },
      width: { type: "string", default: "1" },
      campaign: { type: "string" },
      throughput: { type: "boolean", default: false },
    },
  });
  const { language, half, limit, only = null, json = null } = values;
  if (half !== "dev" && half !== "held-back" && half !== "both")
    throw new Error(`--half is dev, held-back or both, not ${half}`);
  return {
    language: language === undefined ? null : readLanguage(language),
    half,
    limit: limit === undefined ? null : readCount("--limit", limit),
    seed: readCount("--seed", values.seed),
    only,
    json,
    isWriting: values.write,
    width: readCount("--width", values.width),
    campaign: values.campaign === undefined ? null : readCount("--campaign", values.campaign),
    isThroughput: values.throughput,
  };
}

function readLanguage(text: string): RepairLanguage {
  const language = shortNames[text] ?? repairLanguages.find((name) => name === text);
  if (language === undefined)
    throw new Error(`--language is one of ${repairLanguages.join(", ")} (js, ts, py), not ${text}`);
  return language;
}

function readCount(name: string, text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new Error(`${name} is a whole number from 1, not ${text}`);
  return count;
}
