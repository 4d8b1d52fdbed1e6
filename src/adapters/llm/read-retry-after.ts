/**
 * How long a provider asks to wait, milliseconds, or null: `retry-after-ms`, `retry-after` in seconds or as an HTTP
 * date (RFC 9110, 10.2.3), Google's `retryDelay` in the body, and "try again in 1.5s" in the message. Pure.
 */
export function readRetryAfter(
  {
    headers,
    message,
    body,
  }: { readonly headers: Readonly<Record<string, string>>; readonly message: string; readonly body: string },
  /** ISO 8601. */
  now: string,
): number | null {
  const milliseconds = readNumber(headers["retry-after-ms"]);
  if (milliseconds !== null) return Math.round(milliseconds);
  const header = headers["retry-after"];
  const seconds = readNumber(header);
  if (seconds !== null) return Math.round(seconds * 1_000);
  // Without a name of a day it is no HTTP date, though Date.parse may find a year in it.
  const date = header === undefined || !/^[A-Z][a-z]{2}/.test(header) ? Number.NaN : Date.parse(header);
  if (!Number.isNaN(date)) return Math.max(0, date - Date.parse(now));
  const delay = readNumber(/"retryDelay":\s*"([\d.]+)s"/.exec(body)?.[1]);
  if (delay !== null) return Math.round(delay * 1_000);
  const words =
    /(?:try again|retry|wait)(?: again)? (?:in|after|for) ((?:[\d.]+ ?(?:ms|seconds?|minutes?|[smh])\s?)+)/i.exec(
      message,
    )?.[1];
  return words === undefined ? null : readDuration(words);
}

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

function readDuration(words: string): number {
  const parts = [...words.matchAll(/([\d.]+) ?(ms|[smh])/gi)];
  return Math.round(
    parts.reduce((sum, [, count, unit = "s"]) => sum + Number(count) * (unitMs[unit.toLowerCase()] ?? 0), 0),
  );
}

function readNumber(text: string | undefined): number | null {
  if (text === undefined || !/^\s*\d+(\.\d+)?\s*$/.test(text)) return null;
  return Number(text);
}
