import type { CampaignEvent } from "../../domain/events.ts";
import type { Turn } from "./conversation.ts";

const MAX_SAID = 500;
const MAX_DETAIL = 200;

/** Keeps a text beside the journal, redacted and capped, under its SHA-256. */
export type KeepBlob = (
  text: string,
) => Promise<{ readonly digest: string; readonly sizeBytes: number; readonly isCut: boolean }>;

/** Puts a turn of a conversation into the journal: its messages as a blob, what they came to in the event. */
export async function keepTurn(
  input: {
    readonly cycle: number;
    readonly conversation: number;
    readonly purpose: string;
    readonly turn: Turn;
  },
  deps: { append(event: CampaignEvent): Promise<unknown>; readonly keepBlob: KeepBlob },
): Promise<void> {
  const { cycle, conversation, purpose, turn } = input;
  const { digest, sizeBytes, isCut } = await deps.keepBlob(`${JSON.stringify(turn.messages, null, 1)}\n`);
  const tools = turn.tools.map(({ name, outcome }) => ({
    name: name.slice(0, MAX_DETAIL),
    status: outcome.status === "refused" ? ("refused" as const) : ("done" as const),
    detail: outcome.status === "refused" ? outcome.text.slice(0, MAX_DETAIL) : "",
  }));
  await deps.append({
    type: "model-conversed",
    ...{ cycle, conversation, turn: turn.turn, purpose, tools, sizeBytes, isCut },
    said: turn.said.slice(0, MAX_SAID),
    blob: digest,
  });
}
