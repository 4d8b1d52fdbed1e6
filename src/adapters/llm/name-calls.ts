import type { ModelToolCall } from "../../domain/model.ts";

/** Calls with ids that are unique among them: missing and repeated ones are replaced by `prefix` and a number. Pure. */
export function nameCalls(calls: readonly ModelToolCall[], prefix: string): readonly ModelToolCall[] {
  const taken = new Set<string>();
  return calls.map((call, index) => {
    let id = call.id === "" || taken.has(call.id) ? `${prefix}${index}` : call.id;
    while (taken.has(id)) id += "_";
    taken.add(id);
    return { ...call, id };
  });
}
