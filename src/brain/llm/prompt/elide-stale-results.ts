import type { ModelMessage } from "../../../domain/model.ts";

/** The messages with old results of tools, and results that a later edit made stale, cut to a line. Pure. */
export function elideStaleResults(messages: readonly ModelMessage[]): readonly ModelMessage[] {
  return messages;
}
