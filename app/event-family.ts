import { z } from "zod";
import type { Desk } from "./desk.ts";

/** One kind of event: which deliveries, what of a payload matters, and what is done. Doing it twice is as once. */
export type EventFamily = {
  /** `name` or `name.action` as GitHub calls them. */
  readonly events: readonly string[];
  /** What is to be done; null where a payload is none of ours. Pure. */
  read(payload: unknown): ((desk: Desk) => Promise<void>) | null;
};

/** A family from the part of the payload that it reads. What does not have it is passed over. */
export function defineFamily<Part>({
  events,
  schema,
  isOurs = () => true,
  run,
}: {
  readonly events: readonly string[];
  readonly schema: z.ZodType<Part>;
  readonly isOurs?: (part: Part) => boolean;
  readonly run: (part: Part, desk: Desk) => Promise<void>;
}): EventFamily {
  return {
    events,
    read(payload) {
      const parsed = schema.safeParse(payload);
      return parsed.success && isOurs(parsed.data) ? (desk) => run(parsed.data, desk) : null;
    },
  };
}

/** Who did something, as payloads tell it. */
export const senderSchema = z.object({ login: z.string().min(1), type: z.string() });

/** Whether it is a person, as far as GitHub tells. Pure. */
export function isPerson({ login, type }: z.infer<typeof senderSchema>): boolean {
  return type === "User" && !login.endsWith("[bot]");
}
