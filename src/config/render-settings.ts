import { stringify } from "yaml";
import type { ShownSetting } from "./show-config.ts";

/** Shown settings as lines for a terminal: valid YAML by dotted key, with the origin as a comment. */
export function renderSettings(settings: readonly ShownSetting[]): readonly string[] {
  const rendered = settings.map(({ key, value, origin }) => ({ ...renderSetting(key, value), origin }));
  const width = Math.max(0, ...rendered.map(({ head }) => head.length));
  return rendered.flatMap(({ head, body, origin }) => [`${head.padEnd(width)}  # ${origin}`, ...body]);
}

function renderSetting(key: string, value: unknown): { head: string; body: readonly string[] } {
  const hasBody = Array.isArray(value) && value.some((item) => typeof item === "object");
  if (!hasBody) {
    const text = stringify(value, { collectionStyle: "flow", lineWidth: 0 }).trim();
    return { head: `${key}: ${text}`, body: [] };
  }
  const lines = stringify(value, { lineWidth: 0 }).trimEnd().split("\n");
  return { head: `${key}:`, body: lines.map((line) => `  ${line}`) };
}
