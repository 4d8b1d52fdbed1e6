import type { ItemSummary } from "../domain/events.ts";
import type { WorkItem } from "../domain/work-item.ts";

const MAX_EVIDENCE = 10;
const MAX_MESSAGE_LENGTH = 500;

/** A work item as events carry it: who it is and what it shows, without stacks. Pure. */
export function summarizeItem(item: WorkItem): ItemSummary {
  const { id, kind, gate, title, files, signature } = item;
  const evidence = item.evidence.slice(0, MAX_EVIDENCE).map((failure) => ({
    title: failure.title,
    message: failure.message.slice(0, MAX_MESSAGE_LENGTH),
  }));
  return { id, kind, gate, title, files: [...files], signature, failures: item.targets.length, evidence };
}
