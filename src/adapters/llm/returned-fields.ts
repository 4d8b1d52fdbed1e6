import { digest } from "../../domain/digest.ts";
import type { ModelMessage } from "../../domain/model.ts";
import type { Preset } from "./preset.ts";

type Reply = Pick<Extract<ModelMessage, { role: "assistant" }>, "content" | "toolCalls">;

/** Fields of one reply that its provider wants to see again: those of the message, and those of each of its calls. */
export type ReturnedFields = {
  readonly message: Readonly<Record<string, unknown>>;
  readonly calls: readonly Readonly<Record<string, unknown>>[];
};

/** Remembers such fields from the reply to the requests after it. */
export type ReturnedFieldStore = {
  keep(reply: Reply, fields: ReturnedFields): void;
  /** Null for replies that this store has not seen, as after a restart or from another model. */
  find(reply: Reply): ReturnedFields | null;
};

/** A store of the newest `limit` replies. Signatures and reasoning are the provider's; nobody else reads them. */
export function createReturnedFieldStore(limit = 256): ReturnedFieldStore {
  const kept = new Map<string, ReturnedFields>();
  return {
    keep(reply, fields) {
      const isEmpty = [fields.message, ...fields.calls].every((part) => Object.keys(part).length === 0);
      if (isEmpty) return;
      kept.set(nameReply(reply), fields);
      const [oldest] = kept.keys();
      if (kept.size > limit && oldest !== undefined) kept.delete(oldest);
    },
    find: (reply) => kept.get(nameReply(reply)) ?? null,
  };
}

/** The fields of a reply, as the provider sent it, that a preset names. Pure. */
export function pickReturnedFields(
  message: Readonly<Record<string, unknown>>,
  calls: readonly Readonly<Record<string, unknown>>[],
  { returned }: Pick<Preset, "returned">,
): ReturnedFields {
  return { message: pick(message, returned.message), calls: calls.map((call) => pick(call, returned.call)) };
}

function pick(from: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
  const found = names.filter((name) => from[name] !== undefined && from[name] !== null);
  return Object.fromEntries(found.map((name) => [name, from[name]]));
}

function nameReply({ content, toolCalls }: Reply): string {
  return digest(content, ...toolCalls.flatMap((call) => [call.id, call.name, call.arguments]));
}
