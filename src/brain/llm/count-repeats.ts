import { digest } from "../../domain/digest.ts";
import type { ModelToolCall } from "../../domain/model.ts";

/** How often the same call was made with the same arguments. */
export type Repeats = {
  /** Counts a call: 1 for the first. */
  count(call: Pick<ModelToolCall, "name" | "arguments">): number;
  /** Of the call that was made most often. */
  most(): number;
  /** Starts again: the files are others now, and every question is new, but for the call itself where one is given. */
  forget(except?: Pick<ModelToolCall, "name" | "arguments">): void;
};

/** Counts from nothing. */
export function countRepeats(): Repeats {
  const counts = new Map<string, number>();
  return {
    count: (call) => {
      const key = nameCall(call);
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return count;
    },
    most: () => Math.max(0, ...counts.values()),
    forget: (except) => {
      const key = except === undefined ? null : nameCall(except);
      for (const known of counts.keys()) if (known !== key) counts.delete(known);
    },
  };
}

function nameCall({ name, arguments: given }: Pick<ModelToolCall, "name" | "arguments">): string {
  return digest(name, normalize(given));
}

/** The same JSON with other spaces is the same call. */
function normalize(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
}
