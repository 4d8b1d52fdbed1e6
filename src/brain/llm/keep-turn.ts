import type { CampaignEvent } from "../../domain/events.ts";
import type { Turn } from "./conversation.ts";
import { createMessageRedactor } from "./redact-messages.ts";

const MAX_SAID = 500;
const MAX_DETAIL = 200;

/** Keeps a text beside the journal, redacted and capped, under its SHA-256. */
export type KeepBlob = (
  text: string,
) => Promise<{ readonly digest: string; readonly sizeBytes: number; readonly isCut: boolean }>;

/** What puts turns into the journal. */
export type KeepDeps = {
  /** Resolves when the event is on the disk. */
  append(event: CampaignEvent): Promise<unknown>;
  readonly keepBlob: KeepBlob;
  /** Hides known secrets. What is cut afterwards is no longer found by it, so that it comes first. */
  redact(text: string): string;
};

/** Puts a turn of a conversation into the journal: its messages as a blob, what they came to in the event. */
export async function keepTurn(
  input: {
    readonly cycle: number;
    readonly conversation: number;
    readonly purpose: string;
    readonly turn: Turn;
  },
  { append, keepBlob, redact }: KeepDeps,
): Promise<void> {
  const { cycle, conversation, purpose, turn } = input;
  const messages = turn.messages.map(createMessageRedactor(redact));
  const { digest, sizeBytes, isCut } = await keepBlob(`${JSON.stringify(messages, null, 1)}\n`);
  const tools = turn.tools.map(({ name, outcome }) => ({
    name: redact(name).slice(0, MAX_DETAIL),
    status: outcome.status === "refused" ? ("refused" as const) : ("done" as const),
    detail: outcome.status === "refused" ? redact(outcome.text).slice(0, MAX_DETAIL) : "",
  }));
  await append({
    type: "model-conversed",
    ...{ cycle, conversation, turn: turn.turn, purpose, tools, sizeBytes, isCut },
    said: redact(turn.said).slice(0, MAX_SAID),
    blob: digest,
  });
}
