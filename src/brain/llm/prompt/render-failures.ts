import type { Evidence, WorkItem, WorkItemKind } from "../../../domain/work-item.ts";
import { boundFrame } from "./bound-frame.ts";
import { cleanLine } from "./clean-line.ts";
import { cleanText } from "./clean-text.ts";
import { filterStack } from "./filter-stack.ts";
import { quoteData } from "./quote-data.ts";
import { takePieces } from "./take-pieces.ts";

/** For the note on what is missing. */
const NOTE_TOKENS = 20;
/** The first failure may take half of the room; one that reads like it needs less. */
const FIRST_SHARE = 0.5;
const LATER_SHARE = 0.12;
/** More could not fit. */
const MAX_SHOWN = 60;
const MAX_TITLE_CHARS = 300;
const MAX_TEXT_CHARS = 12_000;

const headings: Readonly<Record<WorkItemKind, string>> = {
  "failing-test": "Failing tests",
  lint: "Lint findings",
  "type-error": "Type errors",
  golden: "Golden project that gives other than expected (- expected, + actual)",
  "failing-check": "Failing check",
  issue: "What a person asks for",
};

/** What the item's failures are shown with. */
export type FailuresInput = {
  readonly item: Pick<WorkItem, "kind" | "files" | "targets" | "evidence">;
  readonly trackedFiles: readonly string[];
  /** Where commands see the work tree: stripped from paths. */
  readonly mountPath: string;
};

/** The item's failures, quoted: each with its message and the frames in the repository, as many as `maxTokens` hold. */
export async function renderFailures(input: FailuresInput, maxTokens: number): Promise<string> {
  const { item, mountPath } = input;
  const tracked = new Set(input.trackedFiles);
  const relate = (text: string) => relativize(text.slice(0, MAX_TEXT_CHARS), mountPath);
  const pieces = item.evidence
    .slice(0, MAX_SHOWN)
    .map((evidence) =>
      isFinding(evidence)
        ? renderFinding(evidence)
        : renderFailure(
            { ...evidence, message: relate(evidence.message), stack: relate(evidence.stack) },
            tracked,
          ),
    );
  const where = item.files.length === 0 ? "" : ` in ${cleanLine(item.files.join(", "), 100)}`;
  const title = `${headings[item.kind]}${where}`;
  const room = maxTokens - boundFrame(title) - NOTE_TOKENS;
  const share = (index: number) => Math.floor(room * (index === 0 ? FIRST_SHARE : LATER_SHARE));
  const taken = await takePieces(pieces, room, pieces.length === 1 ? undefined : share);
  const missing = Math.max(item.targets.length, item.evidence.length) - taken.pieces.length;
  const more = missing > 0 && taken.pieces.length > 0 ? [`… and ${missing} more that are not shown`] : [];
  // A test may show by now what a person asks for.
  const kind = item.kind === "issue" && item.targets.length > 0 ? "failing-test" : item.kind;
  return quoteData(`${headings[kind]}${where}`, [...taken.pieces, ...more].join("\n"));
}

function isFinding({ message, stack, title, at }: Evidence): boolean {
  return at !== undefined && stack === "" && title.endsWith(message);
}

function renderFinding({ title, at }: Evidence): string {
  const line = cleanLine(title, MAX_TITLE_CHARS);
  return at === undefined ? line : `${cleanLine(at.file, MAX_TITLE_CHARS)}:${at.line} ${line}`;
}

function renderFailure({ title, message, stack }: Evidence, tracked: ReadonlySet<string>): string {
  const said = cleanText(message)
    .replace(/\n\s*\n+/g, "\n")
    .trim();
  const isTracked = (path: string) => tracked.has(path.replace(/^\.\//, ""));
  const frames = filterStack(cleanText(stack), { message: said, isTracked });
  return [cleanLine(title, MAX_TITLE_CHARS), said, frames].filter((part) => part !== "").join("\n");
}

function relativize(text: string, mountPath: string): string {
  return text.replaceAll(`file://${mountPath}/`, "").replaceAll(`${mountPath}/`, "");
}
