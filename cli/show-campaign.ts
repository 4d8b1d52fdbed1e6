import type { Progress } from "../src/campaign/campaign-deps.ts";
import type { CampaignState } from "../src/domain/campaign-state.ts";
import type { JournalEntry } from "../src/domain/events.ts";
import { toPlainJson, toPlainText } from "../src/report/plain-text.ts";
import { renderEvent } from "../src/report/render-event.ts";
import { renderLiveLine } from "./live-line.ts";

const CLEAR_LINE = "\r\u001b[2K";
const USUAL_WIDTH = 80;

/** What shows a campaign to the person who watches. */
export type CampaignView = {
  onEvent(entry: JournalEntry, state: CampaignState): void;
  onProgress(progress: Progress): void;
  /** Takes the live line away. */
  close(): void;
};

/** A stream that may be a terminal. */
export type ViewStream = {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
};

/**
 * Shows a campaign on a stream: a line for each event that matters, and on a terminal one live line beneath them. With
 * `logFormat: "json"` each event is a JSON line as the journal has it, and nothing is live.
 */
export function showCampaign(
  stream: ViewStream,
  { logFormat }: { readonly logFormat: "text" | "json" },
): CampaignView {
  const isLive = stream.isTTY === true && logFormat === "text";
  let last: { state: CampaignState; progress: Progress | null } | null = null;
  const redraw = (): void => {
    if (!isLive || last === null) return;
    stream.write(`${CLEAR_LINE}${renderLiveLine(last.state, last.progress, findWidth(stream))}`);
  };
  return {
    onEvent: (entry, state) => {
      last = { state, progress: last?.progress ?? null };
      if (logFormat === "json") {
        stream.write(`${toPlainJson({ at: entry.at, ...entry.event })}\n`);
        return;
      }
      const lines = renderEvent(entry.event, state);
      if (lines.length > 0) stream.write(`${isLive ? CLEAR_LINE : ""}${toPlainText(lines.join("\n"))}\n`);
      redraw();
    },
    onProgress: (progress) => {
      if (last === null) return;
      last = { ...last, progress };
      redraw();
    },
    close: () => {
      if (isLive) stream.write(CLEAR_LINE);
    },
  };
}

/** A terminal that does not know its width says 0. */
function findWidth({ columns = 0 }: ViewStream): number {
  return columns > 0 ? columns : USUAL_WIDTH;
}
