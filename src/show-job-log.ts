import type { Runner } from "./adapters/actions/create-runner.ts";
import type { CampaignState } from "./domain/campaign-state.ts";
import type { JournalEntry } from "./domain/events.ts";
import { toPlainText } from "./report/plain-text.ts";
import { renderEvent } from "./report/render-event.ts";

/** Shows events in a runner's log: what a cycle does is folded, how it ended stands beneath. */
export function showJobLog(
  runner: Pick<Runner, "print" | "openGroup" | "closeGroup">,
): (entry: JournalEntry, state: CampaignState) => void {
  let isOpen = false;
  const close = (): void => {
    if (isOpen) runner.closeGroup();
    isOpen = false;
  };
  return ({ event }, state) => {
    const lines = renderEvent(event, state).map(toPlainText);
    if (event.type === "cycle-started") {
      close();
      runner.openGroup(lines.join(" "));
      isOpen = true;
      return;
    }
    if (event.type === "cycle-finished" || event.type === "campaign-stopped") close();
    if (lines.length > 0) runner.print(lines.join("\n"));
  };
}
