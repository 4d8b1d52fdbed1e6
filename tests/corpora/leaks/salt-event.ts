import { type CampaignEvent, eventSchema } from "../../../src/domain/events.ts";

/**
 * The event with the next of `texts` put behind every text of it that may be any text. Which may is asked of the schema:
 * what it refuses stays as it was.
 */
export function saltEvent(event: CampaignEvent, next: () => string): CampaignEvent {
  let salted: CampaignEvent = event;
  for (const path of listTextPaths(event)) {
    const changed = changeText(salted, path, (text) => `${text} ${next()}`);
    const parsed = eventSchema.safeParse(changed);
    if (parsed.success) salted = parsed.data;
  }
  return salted;
}

function listTextPaths(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value === "string") return [path];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, entry]) => listTextPaths(entry, [...path, name]));
}

function changeText(value: unknown, path: readonly string[], change: (text: string) => string): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return change(String(value));
  if (Array.isArray(value)) {
    return value.map((entry, at) => (String(at) === name ? changeText(entry, rest, change) : entry));
  }
  const record = value as Readonly<Record<string, unknown>>;
  return { ...record, [name]: changeText(record[name], rest, change) };
}
